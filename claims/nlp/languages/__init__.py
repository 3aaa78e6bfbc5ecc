"""One module of facts for each language."""
