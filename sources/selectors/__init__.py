"""Questions about sources and their records. Nothing here writes."""
