"""Many articles in one folder: a store, indexes that can be rebuilt from it, and searches.

- article_terms, utterance_words, copy_prints, prepared_articles: the indexed values of one
  article, computed from it alone
- store_file, article_store, packed_articles, article_dates: the store of record
- search_index, indexes, index_set, library_messages: the indexes
- archive_inputs, record_files, record_articles, web_inputs: from inputs to their articles
- reading_jobs, worker_process, worker_pool: reading in several processes
- archive_folder, archive_writer, near_duplicates, free_memory, adding: writing
- maintenance, verification: keeping it in order
- archive, archive_arguments: all of it from Python

The library of the indexes belongs to the extra `archive` and is imported in `search_index` alone,
when an index is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_names import import_at_first_use

if TYPE_CHECKING:
    from reader.archive.archive import Archive
    from reader.archive.archive_errors import ArchiveError

__all__ = ["Archive", "ArchiveError"]

_MODULES = {"Archive": "archive", "ArchiveError": "archive_errors"}

# A type checker takes the names from the imports above; from this it would take any name.
if not TYPE_CHECKING:
    __getattr__ = import_at_first_use(__name__, _MODULES)
