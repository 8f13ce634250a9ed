"""Text as such: cleaning, words, sentences, languages, and the values that texts state."""
