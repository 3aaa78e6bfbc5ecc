"""Questions that need both domains. Nothing here writes."""
