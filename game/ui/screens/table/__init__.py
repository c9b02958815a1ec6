"""The deal table: terms, what they would do, conditions, the prediction, advice."""
