"""What the user adds to the articles, kept between one reading and the next."""

from reader.notebook.corrections import Notebook, NotebookError, text_key, with_corrections

__all__ = ["Notebook", "NotebookError", "text_key", "with_corrections"]
