"""What is wrong with an archive, and what can be saved of it."""
