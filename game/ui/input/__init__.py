"""Keys by meaning on every layout, and the player's settings."""
