"""What a command answered, as the tests look at it."""

from collections.abc import Callable
from typing import NamedTuple


class Answer(NamedTuple):
    """Exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Ask = Callable[..., Answer]
