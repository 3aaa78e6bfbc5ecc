"""Grouping articles into stories: evidence between two, joining as they arrive, grouping at night."""
