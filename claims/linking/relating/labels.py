"""What the relation network tells apart."""

from claims.linking.types import SlotKind

INFERENCES = ("entails", "neutral", "contradicts")
"""Whether one text follows from another."""

KINSHIPS = ("same", "conflicts", "updates", "other")
"""What two claims are to each other; "other" is everything that says nothing about the other claim."""

SLOTS = tuple(kind.value for kind in SlotKind)
"""The particular in which two claims conflict."""
