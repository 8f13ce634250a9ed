"""What linked passages state otherwise: sentences side by side, and the values they are of."""
