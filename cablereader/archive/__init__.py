"""Cables in SQLite.

The modules of this folder itself are the archive as it lies on disk, and `store`, by
which all others ask it. Its rooms: `words` (what a word is), `query` (what was typed),
`importing` (documents in), `finding` (cables out) and `repair`.
"""
