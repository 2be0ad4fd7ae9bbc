"""What the reader makes: bookmarks, triage, settings; and where they are kept.

Its rooms: `notebook`, `bookmarks` and `kept`, and below them `files`.
"""
