"""Pages that are laid over a screen: lists, menus, questions, and texts to read."""
