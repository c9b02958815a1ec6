"""The current screen and everything screens share: view, hints, tips, underlines."""
