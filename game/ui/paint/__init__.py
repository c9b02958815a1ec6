"""The surface: canvas, fonts, theme, wrapping, motion. Knows no widget."""
