"""What screens of several rooms share: the game being played, pages, notices, choices."""
