"""Sound: synthesised cues, a background chord, captions."""
