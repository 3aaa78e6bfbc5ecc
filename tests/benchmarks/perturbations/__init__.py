"""Pairs of invented news sentences of which exactly one particular differs, or none."""
