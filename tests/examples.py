"""How many examples a law is held against: a part of them in the suite, all in the long form."""

import os

LONG_FORM = "LONG_LAWS"  # set by tests/benchmarks/test_long_laws.py
SHARE = 4


def examples(most: int) -> int:
    """Return how many of `most` examples this run takes: a quarter, in the long form all."""
    return most if os.environ.get(LONG_FORM) else most // SHARE
