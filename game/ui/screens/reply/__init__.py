"""The answer: what binds, what would help, what to sign."""
