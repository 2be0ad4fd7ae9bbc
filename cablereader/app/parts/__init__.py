"""Parts of screens: each can do one thing, and knows no more than it needs for it."""
