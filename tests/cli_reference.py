"""The reference of the command line, made from what the commands say of themselves; `make docs` writes it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from api.cli import whomet

_HEAD = """# The command line

What `whomet --help` and each command's `--help` print; `make docs` writes this page anew.
"""


def helps(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """Yield the whole name and the help of every command, groups before what is in them."""
    settings = {**command.context_settings, "max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, parent=parent, info_name=name, **settings)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for part, each in sorted(command.commands.items()):
            yield from helps(each, part, context)


def reference() -> str:
    """Return the page."""
    parts = [_HEAD]
    parts += [f"## `{name}`\n\n```\n{text}\n```\n" for name, text in helps(whomet, "whomet")]
    return "\n".join(parts)


if __name__ == "__main__":
    click.echo(reference(), nl=False)
