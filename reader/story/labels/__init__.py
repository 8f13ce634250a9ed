"""Labels of moments: the clauses and phrases of a passage, and which of them says most."""
