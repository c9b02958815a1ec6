"""Every screen by name, posed and drawn without a window; and frame times."""
