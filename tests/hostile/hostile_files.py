"""Files that are no text, names of what is no file, and hostile file names."""

# The tables of cases read better in long lines.

from __future__ import annotations

import gzip
import io
import os
import random
import socket
import sqlite3
import zipfile
from contextlib import suppress

from hostile_kit import EITHER, MB, REFUSED, Kit, story


def add_binaries(kit: Kit) -> None:
    noise = random.Random(5).randbytes
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("word/document.xml", "<w:document/>")
    tar = noise(100) + b"\0" * 157 + b"ustar\x0000" + b"\0" * 600
    magics = {
        "a.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise(900),
        "spaced.pdf": b"\n\n%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + noise(900),
        "a.zip": archive.getvalue(), "a.docx": archive.getvalue(), "a.epub": archive.getvalue(),
        "a.png": b"\x89PNG\r\n\x1a\n" + noise(900), "a.jpg": b"\xff\xd8\xff\xe0" + noise(900),
        "a.gif": b"GIF89a" + noise(900), "a.webp": b"RIFF\x00\x01\x00\x00WEBPVP8 " + noise(900),
        "a.elf": b"\x7fELF\x02\x01\x01" + bytes(900), "a.exe": b"MZ\x90\x00\x03" + noise(900),
        "a.gz": gzip.compress(story().encode()), "a.bz2": b"BZh91AY&SY" + noise(900),
        "a.xz": b"\xfd7zXZ\x00" + noise(900), "a.zst": b"\x28\xb5\x2f\xfd" + noise(900),
        "a.7z": b"7z\xbc\xaf\x27\x1c" + noise(900), "a.tar": tar,
        "a.mp3": b"ID3\x04\x00\x00" + noise(900), "raw.mp3": b"\xff\xfb\x90\x64" + noise(3000),
        "a.ogg": b"OggS\x00" + noise(900), "a.mp4": b"\x00\x00\x00\x18ftypmp42" + noise(900),
        "a.wav": b"RIFF\x24\x00\x00\x00WAVEfmt " + noise(900), "a.wasm": b"\0asm\x01\0\0\0",
        "a.class": b"\xca\xfe\xba\xbe" + noise(900), "a.pyc": b"\xa7\r\r\n" + noise(900),
        "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(900), "a.rtf": b"{\\rtf1\\ansi x}",
        "a.ttf": b"\x00\x01\x00\x00\x00\x0f" + noise(900), "noise.txt": noise(20_000),
        "noise-without-nul.txt": noise(40_000).replace(b"\x00", b"\x01"), "nul.txt": b"\0" * 4096,
        "nul-in-text.txt": story().encode().replace(b"April", b"Ap\0ril"),
    }  # fmt: skip
    for name, data in magics.items():
        # Noise without a zero may be text in an encoding unknown to us; a few zeros in a text are
        # left out.
        may_open = name.startswith(("noise-without", "nul-in-text"))
        kit.add_file(name, data, EITHER if may_open else REFUSED)
        if not name.endswith(".txt"):
            kit.add_file(f"{name}.txt", data, REFUSED)
    database = kit.path("a.sqlite")
    with sqlite3.connect(database) as connection:
        connection.execute("create table notes (text)")
    connection.close()
    kit.add_argument(database, REFUSED)
    kit.add_file("empty.txt", b"", REFUSED, reason="empty")
    kit.add_file("blank.txt", b" \n\t\r\n" * 100, REFUSED, reason="no text")
    kit.add_file("sparse.txt", b"", REFUSED)
    os.truncate(kit.path("sparse.txt"), 40 * 1024 * MB)
    kit.add_file("sparse-nul.txt", b"", REFUSED)
    os.truncate(kit.path("sparse-nul.txt"), 20 * MB)


# What is no file, and what it is called

DEVICES = (
    "/dev/zero", "/dev/null", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty",
    "/dev/ptmx", "/proc/self/mem", "/proc/self/maps/x", "/proc/kmsg", "/proc/self/fd", "/dev/fd/77",
    "/proc/self/environ", "/sys/kernel/notes", "/proc/self/pagemap",
)  # fmt: skip


def add_specials(kit: Kit) -> None:
    for device in DEVICES:
        # A file of /proc may be readable text; what matters is that it ends.
        kit.add_argument(device, EITHER if device.startswith(("/proc", "/sys")) else REFUSED)
    fifo = kit.path("fifo.txt")
    os.mkfifo(fifo)
    kit.add_argument(fifo, REFUSED, reason="pipe")
    listening = socket.socket(socket.AF_UNIX)
    try:
        # A socket's path may be short only.
        before = os.getcwd()
        os.chdir(kit.path(""))
        listening.bind("socket.txt")
        os.chdir(before)
        kit.add_argument(kit.path("socket.txt"), REFUSED)
    finally:
        listening.close()
    kit.path("dangling.txt").symlink_to("nowhere")
    kit.add_argument(kit.path("dangling.txt"), REFUSED)
    kit.path("self.txt").symlink_to("self.txt")
    kit.add_argument(kit.path("self.txt"), REFUSED)
    kit.path("circle-a.txt").symlink_to("circle-b.txt")
    kit.path("circle-b.txt").symlink_to("circle-a.txt")
    kit.add_argument(kit.path("circle-a.txt"), REFUSED)
    kit.path("to-device.txt").symlink_to("/dev/zero")
    kit.add_argument(kit.path("to-device.txt"), REFUSED)
    kit.path("locked.txt").write_text(story())
    kit.path("locked.txt").chmod(0)
    kit.add_argument(kit.path("locked.txt"), EITHER if os.geteuid() == 0 else REFUSED)
    for folder in ("empty-folder", "folder/inside", "folder/.hidden"):
        kit.path(folder).mkdir(parents=True)
    kit.add_argument(kit.path("empty-folder"), REFUSED)
    kit.path("folder/again").symlink_to("..")
    kit.path("folder/inside/up").symlink_to("../..")
    kit.path("folder/out.txt").symlink_to("/etc/passwd")
    kit.path("folder/a.txt").write_text(story())
    kit.path("folder/fifo.txt").symlink_to(fifo)
    os.mkfifo(kit.path("folder/pipe.txt"))
    kit.add_argument(kit.path("folder"))
    kit.add_argument(kit.path("missing.txt"), REFUSED, reason="no such file")
    kit.add_argument("", REFUSED, reason="empty name")
    kit.add_argument(kit.path("x" * 5000 + ".txt"), REFUSED)
    kit.add_argument("\x1b]0;PAWNED\x07[/].txt", REFUSED)
    kit.add_argument("*.nothing", REFUSED)
    kit.add_argument("~nobody-here/x.txt", REFUSED)
    kit.add_argument("file:///etc/passwd", REFUSED)


NAMES = (
    "line\nend.txt", "escape\x1b]0;PAWNED\x07.txt", "csi\x1b[31m[red].txt", "[b]markup[sic].txt",
    "-dash.txt", "--plain.txt", "\u202egnp.txt", "zero\u200bwidth.txt", "quote'\"`$(id);.txt",
    " space .txt", "\x01\x7f.txt", "é" * 125 + ".txt", "x" * 251 + ".txt", "...txt", "*.txt",
    "?.txt", "{a,b}.txt", "%s%n.txt", "tab\there.txt", "back\\slash.txt", "c1\x9b31m.txt", ".txt",
    "\udcff\udc9b31m.txt", "\udce2\udc80.txt", "[a-z].txt", "a.txt\r", "﷽﷽﷽.txt", "https:.txt",
)  # fmt: skip


def add_names(kit: Kit) -> None:
    for number, name in enumerate(NAMES):
        path = os.fsencode(kit.path("")) + b"/" + os.fsencode(name)
        with suppress(OSError), open(path, "wb") as file:
            file.write(story(f"Story {number}.").encode())
            kit.add_argument(os.fsdecode(path))
    folder = kit.path("folder \x1b[31m[sic]\nx")
    folder.mkdir()
    (folder / "a\x1b[0m.txt").write_text(story())
    kit.add_argument(folder)
