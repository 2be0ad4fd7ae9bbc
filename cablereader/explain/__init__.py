"""What the words of cables mean: reference tables, and one lookup over them."""
