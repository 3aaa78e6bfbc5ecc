"""The records of sources: one module a question, each with a `measure()`."""
