"""What each action does, what the end of a round settles, how a game is scored."""
