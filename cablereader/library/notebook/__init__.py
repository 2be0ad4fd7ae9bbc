"""The notebook on disk: what the reader made of cables, and every step back."""
