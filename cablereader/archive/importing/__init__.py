"""From documents to an archive."""
