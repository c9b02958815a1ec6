"""The rules of the game: `rules` above `seats` above `mind` above `worth` above `model`.

No files, clocks or texts for people. May be imported by everything above `climate`.
"""
