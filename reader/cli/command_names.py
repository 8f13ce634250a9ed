"""The commands of the program by name."""

from __future__ import annotations

COMMANDS = {
    "links": "list the links themselves",
    "matrix": "list which article reports which moment",
    "differences": "list what they state otherwise",
    "collate": "read the story once, each moment in its fullest words",
    "copy": "list the copy that they share, and whose it is",
    "versions": "list the versions of one text, and what changed",
    "people": "list who is named and who is heard",
    "quotes": "list who is quoted with what",
    "articles": "show the metadata of each text",
    "report": "write the comparison to a file",
    "save": "save articles with your notes in one file",
    "check": "check the quotations of a draft",
    "archive": "keep many articles, to be asked",
    "find": "ask the archive: this event, this quotation, this copy",
    "events": "list the events in the archive that several outlets report",
    "notes": "list, export or merge your notes",
    "serve": "open the same screen in a browser",
    "config": "show or edit the settings",
}
"""The commands that are called by name, each with a line for the list of all."""
NOTES_ACTIONS = ("list", "export", "import", "where")
"""What `reader notes` can do; the first if nothing is named."""
ARCHIVE_ACTIONS = ("add", "status", "verify", "compact", "rebuild", "remove", "export", "spark")
"""What `reader archive` can do."""
ACTIONS = {"notes": NOTES_ACTIONS, "archive": ARCHIVE_ACTIONS}
"""The words that follow a command, by its name."""
