"""Articles in: one module per kind of input, each yielding articles or named problems."""
