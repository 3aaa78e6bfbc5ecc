"""Readers of the typed particulars of a claim, one module a kind."""
