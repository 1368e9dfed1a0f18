"""Timelines out: one module per format."""
