"""`python -m api` is the command `whomet`."""

from api.cli import main

main()
