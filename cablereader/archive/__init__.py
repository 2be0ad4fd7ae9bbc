"""Cables in SQLite."""
