"""The linking engine: one module a question, each with a `measure()`."""
