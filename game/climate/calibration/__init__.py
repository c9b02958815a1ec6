"""Makes the ensemble from priors and assessed ranges, and validates it.

Scripts for developers: the game itself reads only what they wrote.
"""
