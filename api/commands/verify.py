"""`whomet verify`: whether every claim still stands on its words."""

from __future__ import annotations

from collections.abc import Iterator

import click

from api.commands.answer import answer, csv_of
from api.commands.messages import tell
from api.commands.options import CSV, JSON, TABLE, format_option, opened, store_option


@click.command(short_help="Check that every claim stands on its words.")
@format_option(TABLE, JSON, CSV)
@store_option
def verify(*, form: str, store_url: str) -> None:
    """Read every claim's quote again at its place in the stored text, and take the text's sha256 again.

    Names each claim that fails; then the exit code is 1.
    """
    from graph.verification import verify as verified

    with opened(store_url) as store:
        done = verified(store)

    def view() -> Iterator[str]:
        yield f"{done.claims} claims read, {len(done.failures)} failures"

    for failure in done.failures:
        tell(str(failure))
    answer(
        form,
        json=lambda: {
            "claims": done.claims,
            "failures": [
                {"claim": one.claim_id, "article": one.article_id, "version": one.version, "reason": one.reason}
                for one in done.failures
            ],
        },
        as_csv=lambda: csv_of(
            ("claim", "article", "version", "reason"),
            ((one.claim_id, one.article_id, one.version, one.reason) for one in done.failures),
        ),
        view=view,
    )
    if done.failures:
        raise click.exceptions.Exit(1)
