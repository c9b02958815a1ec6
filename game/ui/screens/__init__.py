"""The screens, a folder for each room; `routes` makes those that begin or continue a game."""
