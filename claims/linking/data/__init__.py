"""Facts that linking reads: words of each language, places, and names of organisations."""
