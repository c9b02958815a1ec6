"""`python -m game`, the same as the installed command `road-to-glasgow`."""

from game.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
