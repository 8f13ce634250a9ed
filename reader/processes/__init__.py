"""Child processes: the linker, and the sandbox that parses pages."""
