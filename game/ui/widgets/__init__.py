"""Widgets: boxes for layout, controls, labels, meters."""
