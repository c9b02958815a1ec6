"""Who sees what: the observation of a seat, and the computer that plays one from it."""
