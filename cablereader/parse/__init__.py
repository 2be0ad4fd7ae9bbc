"""Text in, values and defects out: pure functions, which never raise on text."""
