"""The window: all that draws, hears keys or makes sound. pygame is imported nowhere else."""
