"""What a store kept and can no longer read: told as damage, not as a mistake of the program."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from graph.store.base import StoreDamagedError

#: What reading a value that was altered or cut short raises: JSON, dates, enumerations, parts that are missing.
_SIGNS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)


def reads[**P, T](what: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a reader of kept values raise StoreDamagedError where they cannot be read."""

    def decorate(read: Callable[P, T]) -> Callable[P, T]:
        @wraps(read)
        def reader(*args: P.args, **kwargs: P.kwargs) -> T:
            try:
                return read(*args, **kwargs)
            except _SIGNS as error:
                raise StoreDamagedError(what, error) from error

        return reader

    return decorate
