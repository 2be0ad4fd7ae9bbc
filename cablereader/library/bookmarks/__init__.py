"""The bookmarks on disk, and as files for other programs."""
