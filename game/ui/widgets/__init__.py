"""Small things on a screen: boxes that lay out, controls, labels, meters."""
