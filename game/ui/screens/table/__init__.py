"""The deal table: terms, their effects, conditions, the prediction, advice."""
