"""Where the evaluation corpora lie: beside the checkout, never in it."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: Where parses are kept between two runs: a change of rules needs no new ones.
PARSES = ROOT / ".cache/parses"
VARIABLE = "WHOMET_SHARED"


class CorporaMissingError(FileNotFoundError):
    """A folder of corpora is named, and is none."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{VARIABLE}={folder} holds no evaluation corpora (eval/corpus.py)")


def shared() -> Path | None:
    """Return the folder of the corpora, `../shared` unless the environment names another; None without one."""
    named = os.environ.get(VARIABLE)
    folder = Path(named or ROOT.parent / "shared")
    if (folder / "eval" / "corpus.py").exists():
        return folder.resolve()
    if named:
        raise CorporaMissingError(folder)
    return None
