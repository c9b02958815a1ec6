"""The screen that is up and all that screens share: view, hints, tips, underlines."""
