"""Many articles in one folder: a store, indexes that can be rebuilt from it, and what is asked."""
