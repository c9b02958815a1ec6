"""The answer: what stands in the way, what would help, what to sign."""
