"""How the components' readings of one article become one, and how likely each is right."""
