"""Model to styled text and strings, used by the command line and the app alike."""
