"""The states of the screens: frozen values whose moves are methods; no Textual."""
