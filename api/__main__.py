"""The way in: `whomet`, and `python -m api`. Imports nothing before an interruption has an answer."""

import sys


def main() -> None:
    """Run the command line; interrupted while it starts, it ends with 130 and without a traceback."""
    try:
        from api.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
