"""Shared by screens of several rooms: the game in progress, pages, notices, choices."""
