"""The commands of `whomet`, thin: they open a store, ask it, and print. What is slow to import is imported inside."""
