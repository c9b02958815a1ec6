"""The climate model: emissions in, warming out, with honest odds."""
