"""The steps of the attribution engine, each a callable from document to document."""
