"""What the reader makes: bookmarks, triage, settings; and where they are kept."""
