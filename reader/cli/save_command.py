"""`reader save`: writes articles with their notes to a dossier."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from reader.cli.console import print_message, print_problems
from reader.cli.input_options import input_options
from reader.errors import ReaderError


def save_dossier(arguments: Namespace) -> int:
    """Save the articles in the file that is named first.

    Returns:
        The exit code: 0, or 1 if a source could not be read.

    Raises:
        ReaderError: there is nothing to read, content of the file would be lost, or it cannot be
            written.
    """
    from reader.cli.inputs import announce_examples, find_exit_code, open_inputs
    from reader.notebook import Notebook
    from reader.notebook.held_notes import held_places
    from reader.reports.documents.report_files import find_article
    from reader.reports.dossier_writing import build_dossier, find_loss, write_dossier
    from reader.settings import Memory, read_settings
    from reader.settings.memory import add_places

    name: str = arguments.output
    options = input_options(arguments)
    articles, problems = open_inputs(options, one_is_enough=True)
    print_problems(problems)
    announce_examples(options)
    if find_article(name, articles):
        raise ReaderError(f"{name} is one of the articles; name another file")
    notebook, settings = Notebook(), read_settings(lambda problem: print_problems([problem]))
    entries, known = notebook.read_entries(), notebook.read_articles()
    places = Memory().read().places if settings.keep_places else {}
    built = build_dossier(
        articles, entries, known, notebook, add_places(held_places(), places.items())
    )
    retired = notebook.read_document().retired
    if not arguments.force and (loss := find_loss(name, built.dossier, retired)):
        raise ReaderError(f"{loss}; --force replaces it")
    write_dossier(name, built.dossier, replace=True)
    print_message(built.describe(str(Path(name))))
    return find_exit_code(problems)
