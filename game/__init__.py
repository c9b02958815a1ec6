"""Road to Glasgow: a climate-negotiation game."""

__version__ = "0.1.0"
