"""The worth of every reachable agreement to one party, as arrays over a grid."""
