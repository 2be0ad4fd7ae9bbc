"""The vocabulary of cables: frozen values that print themselves and never read."""
