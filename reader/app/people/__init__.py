"""The people screen: who is named and who is quoted, over the articles."""
