"""The Textual application: screens own a state, widgets show a value."""
