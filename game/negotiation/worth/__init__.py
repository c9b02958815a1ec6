"""What every reachable agreement is worth to one party, worked out as arrays over a grid."""
