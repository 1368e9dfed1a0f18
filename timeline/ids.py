"""Deterministic identifiers: the same natural key gives the same id on every machine."""

from __future__ import annotations

import hashlib


def text_hash(text: str) -> str:
    """Return the hex SHA-256 of a text's UTF-8 bytes: the name of one article version's words."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def stable_id(prefix: str, *key: object) -> str:
    """Return `prefix-` and 20 hex digits that depend on nothing but the parts of the natural key.

    Parts are joined with a unit separator, so ("ab", "c") and ("a", "bc") differ; None is an empty part.
    """
    joined = "\x1f".join("" if part is None else str(part) for part in key)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
