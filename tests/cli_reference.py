"""The reference of the command line, made from what the commands say of themselves; `make docs` writes it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from api.cli import whomet

_HEAD = """# The command line

What `whomet --help` and each command's `--help` print; `make docs` writes this page anew.
"""


def commands(command: click.Command, name: str = "whomet") -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its whole name, groups before what is in them."""
    yield name, command
    if isinstance(command, click.Group):
        for part, each in sorted(command.commands.items()):
            yield from commands(each, f"{name} {part}")


def reference() -> str:
    """Return the page."""
    parts = [_HEAD]
    for name, command in commands(whomet):
        context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
        parts.append(f"## `{name}`\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    click.echo(reference(), nl=False)
