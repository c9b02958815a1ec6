"""What each action does, what a round's end settles, how a game is scored."""
