"""Dates in text: finding, reading and keeping them as uncertain as they are."""
