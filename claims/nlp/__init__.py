"""The attribution engine: who says what in an article. Plain Python, usable on its own."""
