"""The screens: each owns one state and turns keys into new ones."""
