"""`python -m game`, the same as the installed command `road-to-glasgow`."""

from __future__ import annotations


def main() -> int:
    """Run one command; Ctrl-C ends it quietly, even before it has begun."""
    try:
        from game.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130  # Exit.INTERRUPTED, which may not be imported yet


if __name__ == "__main__":
    raise SystemExit(main())
