"""What the user adds to articles, saved from one reading to the next."""

from reader.notebook.corrections import apply_corrections
from reader.notebook.following import follow_notebook
from reader.notebook.notebook_file import Notebook, NotebookError
from reader.notebook.text_keys import hash_text

__all__ = ["Notebook", "NotebookError", "apply_corrections", "follow_notebook", "hash_text"]
