"""Every screen by name, posed and drawn without a window; and how long frames take."""
