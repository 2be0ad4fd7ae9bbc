"""Files on disk as the reader's own must be: whole, private, one writer at a time."""
