"""Child processes: the linker, and the sandbox in which pages are parsed.

Rule for imports inside functions, in this package and in `reader.cli`: a module imports at its
top what its first function needs; what is needed later, or by the parent or the child alone, is
imported in the function that needs it. A child is started first and loads its modules while
the parent loads its own, and `reader --version` pays for no library.
"""
