"""The command line: arguments, the commands, and exit codes.

Imports inside functions follow the rule of `reader.processes`: a module loads at its top only
what the parsing of arguments needs, so that `--help` and `--version` load no library, and the
app is imported where a screen is opened. What `--help` loads does not even import `typing`: the
names for type checkers are imported under `TYPE_CHECKING = False`, which they take for true.
"""
