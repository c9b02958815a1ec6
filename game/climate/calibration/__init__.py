"""Makes the ensemble from priors and assessed ranges, and holds it against what was published.

Scripts for developers: the game itself reads only what they wrote.
"""
