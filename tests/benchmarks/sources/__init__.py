"""The source model: one module a question, each with a `measure()`."""
