"""Keys by meaning on every layout, and what a player has set."""
