"""The window: everything that draws, reads input or makes sound. Only here is pygame imported."""
