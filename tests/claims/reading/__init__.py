"""Tests of reading: bytes in, article out."""
