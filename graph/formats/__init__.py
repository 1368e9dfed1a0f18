"""Contact graphs out: one module per format."""
