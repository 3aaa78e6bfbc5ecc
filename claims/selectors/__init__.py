"""Questions about articles, claims, links and stories. Nothing here writes."""
