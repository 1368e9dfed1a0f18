"""Print the catalogue; `make docs` writes it into docs/rules.md."""

import click

from tests.rule_catalogue import catalogue

click.echo(catalogue(), nl=False)
