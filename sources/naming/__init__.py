"""Names of sources across scripts and spellings: keys, likeness, and what looks alike; no Django."""
