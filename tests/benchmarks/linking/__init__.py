"""What linking is measured by: pairs of our own with gold."""
