"""Tests of the components, one module for each."""
