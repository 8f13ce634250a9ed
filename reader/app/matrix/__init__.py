"""The matrix screen: which article reports which moment, in which form and where."""
