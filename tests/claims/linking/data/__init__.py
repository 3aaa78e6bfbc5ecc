"""Tests of the linking engine's tables."""
