"""How a person installs an optional part of the program where it runs."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path


def extra_command(extra: str) -> str:
    """Return the command that installs an extra for the Python that runs the program.

    An environment need not have pip itself, so that the system's pip is told which Python is
    meant. From a checkout the extra is installed of the checkout.

    Args:
        extra: its name, such as `web`.
    """
    checkout = Path(__file__).resolve().parent.parent
    is_checkout = (checkout / "pyproject.toml").is_file()
    name = shlex.quote(f"{checkout if is_checkout else 'coverage-reader'}[{extra}]")
    package = f"-e {name}" if is_checkout else name
    python = shlex.quote(_find_python_with_pip())
    return f"{python} -m pip --python {shlex.quote(sys.executable)} install {package}"


def _find_python_with_pip() -> str:
    """Return what to call the Python that the environment was made with.

    That is "python3", but where the environment comes first on the PATH.
    """
    found = shutil.which("python3")
    base = Path(sys.base_prefix, "bin", "python3")
    is_own = found is not None and Path(found).parent == Path(sys.prefix, "bin")
    return str(base) if is_own and sys.prefix != sys.base_prefix and base.exists() else "python3"
