"""A night over a big workspace: time and memory of each of its steps."""
