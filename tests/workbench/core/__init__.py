"""Tests of the ground that both domains stand on."""
