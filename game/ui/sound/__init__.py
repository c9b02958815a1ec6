"""What is heard: cues made of numbers, a quiet room, captions."""
