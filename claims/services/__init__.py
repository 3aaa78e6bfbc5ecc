"""Acts on articles, claims, links, stories and verdicts."""
