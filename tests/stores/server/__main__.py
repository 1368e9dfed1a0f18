"""Run a Neo4j by hand until Ctrl-C: `python -m tests.stores.server --port 7687`."""

from __future__ import annotations

import argparse
import signal
import sys

from tests.stores.server import Neo4jServer


def main() -> None:
    """Start, say the address, wait."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--port", type=int, help="default: a free one")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with Neo4jServer(asked.parse_args().port) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        try:
            signal.pause()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
