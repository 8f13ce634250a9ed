"""Files as such: replaced as a whole, and locked against other processes."""
