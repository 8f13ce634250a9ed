"""What an article gives as somebody's words: quotations and indirect speech, clause by clause."""
