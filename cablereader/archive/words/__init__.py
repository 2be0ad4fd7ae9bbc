"""What a word, a term and a name are to the search: of texts, and of no archive."""
