"""From a query to the cables of an archive that it finds."""
