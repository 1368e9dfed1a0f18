"""Golden files for the tests of writers."""

from tests.golden import golden

__all__ = ["golden"]
