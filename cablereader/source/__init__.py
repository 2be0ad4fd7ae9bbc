"""Bytes from disk, and nothing else from disk."""
