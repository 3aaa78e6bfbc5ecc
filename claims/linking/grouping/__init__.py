"""Grouping articles into stories: evidence between two articles, joining as they arrive, grouping anew at night."""
