"""What the command line says beside its answers: on standard error, one line each, nothing that steers a terminal."""

from __future__ import annotations

import click


def shown(words: str) -> str:
    """Return words on one line, control and direction characters as escapes."""
    return "".join(char if char.isprintable() else _escaped(char) for char in words)


def tell(words: str) -> None:
    """Say something."""
    click.echo(f"whomet: {shown(words)}", err=True)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
