"""Panes: groups of widgets with a state of their own and the actions on it."""
