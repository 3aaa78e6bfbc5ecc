"""Which stories teach the network, and which only what is fitted on its readings."""

import hashlib


def taught_the_network(story: str) -> bool:
    """Tell whether the story of that name is one of the two thirds that the network learns from."""
    return hashlib.sha256(story.encode()).digest()[0] % 3 != 1
