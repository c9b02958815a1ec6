"""The screens, a folder a room; `routes` makes those that begin or continue a game."""
