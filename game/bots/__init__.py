"""Simulated players, and what many of their games say of a level's balance."""
