"""The manual page and the completions for bash, zsh and fish, made from the help of the commands.

`python -m reader.cli.shell_files docs/shell` writes them; they are installed with the wheel.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

from reader import __version__
from reader.cli.command_names import ACTIONS, COMMANDS
from reader.cli.command_parsers import list_help_texts

_OPTION = re.compile(
    r"^  (?:-\w, )?(?P<name>--[\w-]+)(?: (?P<value>[^ ]+)(?: \[[^\]]*\])?)?"
    r"(?:  +(?P<help>\S.*))?$"
)
_CHOICES = re.compile(r"^\{(.*)\}$")
_SIGNS = str.maketrans({"\\": "\\e", "-": "\\-", "’": "'", "…": "...", "“": '"', "”": '"'})
"""Characters that are special in roff, or that an old terminal does not show."""


_SYNOPSIS = ("reader [OPTION ...] [ARTICLE ...]", "reader COMMAND [OPTION ...] [NAME ...]")
_KEY_SIGNS = {
    "apostrophe": "'", "colon": ":", "slash": "/", "left_square_bracket": "[",
    "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "left_parenthesis": "(", "right_parenthesis": ")", "question_mark": "?", "minus": "-",
    "equals_sign": "=", "less_than_sign": "<", "greater_than_sign": ">", "plus": "+", "comma": ",",
    "full_stop": ".", "number_sign": "#", "delete": "Del", "escape": "Esc", "enter": "Enter",
}  # fmt: skip
"""Keys as they are printed, by their names in Textual."""
_VARIABLES = {
    "NO_COLOR": "no colours on the screen",
    "READER_ASCII": "signs of the screen in ASCII",
    "READER_ARCHIVE": "the folder of the archive where none is named",
    "VISUAL, EDITOR": "the editor of reader config --edit",
    "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME, XDG_CACHE_HOME": "where the files below are",
}
_USER_FILES = {
    "~/.config/reader/settings.toml": "the settings; reader config prints and edits them",
    "~/.config/reader/themes/NAME.toml": "themes of your own",
    "~/.local/state/reader/notebook.sqlite3": "notes; reader notes where prints the path",
    "~/.local/state/reader/remembered.json": "reading places and the look of the screen",
    "~/.local/state/reader/copied.txt": "what was copied last",
    "~/.local/share/reader/archive": "the archive where none is named",
    "~/.cache/reader": "fetched pages, articles and links; reader --clear-cache removes them",
}


class Option(NamedTuple):
    """An option as the completions offer it."""

    name: str
    explanation: str
    takes_value: bool
    choices: tuple[str, ...]
    """The values that it takes, where they are listed."""


def list_options(help_text: str) -> list[Option]:
    """Return the options that the help of a command describes, in its order."""
    options: list[Option] = []
    lines = help_text.splitlines()
    for number, line in enumerate(lines):
        found = _OPTION.match(line)
        if found is None:
            continue
        words = [found["help"] or ""]
        for more in lines[number + 1 :]:
            if not more.startswith(" " * 8) or more.strip().startswith("-"):
                break
            words.append(more.strip())
        choices = _CHOICES.match(found["value"] or "")
        explanation = re.split(r"[;:(]|, (?=[a-z])", " ".join(words).strip())[0].strip()
        options.append(
            Option(
                found["name"],
                explanation,
                bool(found["value"]),
                tuple(choices[1].split(",")) if choices else (),
            )
        )
    return options


def write_bash() -> str:
    """Return the completions for bash: commands, options, listed values, then file names."""
    cases = []
    for command, text in list_help_texts().items():
        names = " ".join(option.name for option in list_options(text))
        cases.append(f"    {command or '*'}) options='{names}' ;;")
    cases.sort(key=lambda case: case.startswith("    *"))
    values = "".join(
        f"    {option.name})\n"
        f"      COMPREPLY=($(compgen -W '{' '.join(option.choices)}' -- \"$word\")); return ;;\n"
        for option in _options_with_choices()
    )
    actions = "".join(
        f"      {command}) COMPREPLY=($(compgen -W '{' '.join(words)}' -- \"$word\")) ;;\n"
        for command, words in ACTIONS.items()
    )
    return f"""# bash completion for reader {__version__}
_reader() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} options
  case $before in
{values}  esac
  case ${{COMP_WORDS[1]}} in
{chr(10).join(cases)}
  esac
  COMPREPLY=()
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '{" ".join(COMMANDS)}' -- "$word"))
  elif [[ $COMP_CWORD -eq 2 ]]; then
    case ${{COMP_WORDS[1]}} in
{actions}    esac
  fi
}}
complete -o default -F _reader reader
"""


def write_zsh() -> str:
    """Return the completions for zsh."""
    cases = []
    for command, text in list_help_texts().items():
        words = [f"'1:action:({' '.join(ACTIONS[command])})'"] if command in ACTIONS else []
        arguments = " \\\n        ".join(
            [*map(_zsh_option, list_options(text)), *words, "'*:article:_files'"]
        )
        cases.append(f"    {command or '*'})\n      _arguments \\\n        {arguments} ;;")
    cases.sort(key=lambda case: case.startswith("    *"))
    commands = " ".join(f"'{name}:{summary}'" for name, summary in COMMANDS.items())
    return f"""#compdef reader
# zsh completion for reader {__version__}
_reader() {{
  local -a commands=({commands})
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $words[2] in
{chr(10).join(cases)}
  esac
}}
_reader "$@"
"""


def write_fish() -> str:
    """Return the completions for fish."""
    names = " ".join(COMMANDS)
    lines = [f"# fish completion for reader {__version__}"]
    for name, summary in COMMANDS.items():
        condition = f"not __fish_seen_subcommand_from {names}"
        lines.append(f"complete -c reader -n '{condition}' -a {name} -d '{_quoted(summary)}'")
    for command, words in ACTIONS.items():
        condition = f"__fish_seen_subcommand_from {command}"
        lines.append(f"complete -c reader -n '{condition}' -a '{' '.join(words)}'")
    for command, text in list_help_texts().items():
        seen = f"__fish_seen_subcommand_from {command or names}"
        condition = seen if command else f"not {seen}"
        for option in list_options(text):
            value = " -r" if option.takes_value else ""
            if option.choices:
                value = f" -x -a '{' '.join(option.choices)}'"
            lines.append(
                f"complete -c reader -n '{condition}' -l {option.name[2:]}{value}"
                f" -d '{_quoted(option.explanation)}'"
            )
    return "\n".join(lines) + "\n"


def write_manual() -> str:
    """Return the manual page: the help of every command, then keys, variables and files."""
    from reader.app.key_table import KEY_TABLE

    texts = list_help_texts()
    _, _, main = texts.pop("").partition("\n\n")
    parts = [
        f'.TH READER 1 "" "reader {__version__}" "User Commands"',
        ".SH NAME",
        "reader \\- compare how several outlets report one event",
        ".SH SYNOPSIS",
        ".nf",
        *map(_roff_line, _SYNOPSIS),
        ".fi",
        ".SH DESCRIPTION",
        *_preformatted(main),
        ".SH COMMANDS",
    ]
    for command, text in texts.items():
        parts += [f".SS reader {command}", *_preformatted(text)]
    keys = {
        ", ".join(map(_name_key, key.keys.split(","))): key.meaning for key in KEY_TABLE.values()
    }
    for heading, entries in (
        ("KEYS", keys),
        ("ENVIRONMENT", _VARIABLES),
        ("FILES", _USER_FILES),
    ):
        parts.append(f".SH {heading}")
        for name, meaning in entries.items():
            parts += [".TP", _roff_line(name), _roff_line(meaning)]
    return "\n".join(parts) + "\n"


def _preformatted(text: str) -> list[str]:
    return [".nf", *map(_roff_line, text.rstrip().splitlines()), ".fi"]


def _name_key(key: str) -> str:
    return _KEY_SIGNS.get(key, key)


FILES = {
    "reader.1": write_manual,
    "reader.bash": write_bash,
    "_reader": write_zsh,
    "reader.fish": write_fish,
}
"""The files by name, each with the function that writes it."""


def _options_with_choices() -> list[Option]:
    found: dict[str, Option] = {}
    for text in list_help_texts().values():
        found.update({option.name: option for option in list_options(text) if option.choices})
    return list(found.values())


def _zsh_option(option: Option) -> str:
    explanation = _quoted(option.explanation).replace("[", "(").replace("]", ")").replace(":", "")
    value = ""
    if option.choices:
        value = f":value:({' '.join(option.choices)})"
    elif option.takes_value:
        value = ":value:_files"
    return f"'*{option.name}[{explanation}]{value}'"


def _quoted(text: str) -> str:
    return text.replace("'", "’")


def _roff_line(line: str) -> str:
    text = line.translate(_SIGNS)
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in FILES.items():
        (folder / name).write_text(write(), encoding="utf-8")
