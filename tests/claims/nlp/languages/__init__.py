"""One table of invented sentences for each language, and what a language without files still gets."""
