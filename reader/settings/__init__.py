"""The user's settings, in a file, and what the program remembers from the last reading."""

from reader.settings.memory import Memory, Remembered
from reader.settings.settings import DEFAULTS, Settings
from reader.settings.settings_file import read_settings, settings_path

__all__ = ["DEFAULTS", "Memory", "Remembered", "Settings", "read_settings", "settings_path"]
