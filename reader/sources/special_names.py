"""Names that have a special meaning where sources are named."""

STANDARD_INPUT = "-"
"""The standard input on the command line and in messages."""

SIDECAR = "reader.toml"
"""The file in a folder with the user's corrections to the articles there."""

DOSSIER_SUFFIX = ".dossier"
"""The end of the name of a dossier, which is never read as anything else."""
