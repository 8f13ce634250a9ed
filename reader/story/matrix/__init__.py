"""The coverage matrix: which article reports which moment, in which form and where."""
