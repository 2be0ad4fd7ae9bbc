"""What is known of a whole archive, kept for the next start; it can go at any time."""
