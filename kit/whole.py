"""Writing a file whole or not at all: nobody ever finds half of one, and a failed try leaves the old one as it was."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, private: bool = False) -> None:
    """Write beside the file, then put it in place in one step. Raises OSError, and then leaves nothing behind.

    A file that was there keeps its permissions. A new one gets those of any new file or, if it is `private`, is for its
    owner alone.
    """
    # Another name each time: two notebooks that write one file at once must not write into one another's part.
    part = path.with_name(f".{path.name[:50]}.{secrets.token_hex(4)}.part")
    try:
        part.touch(0o600 if private else 0o666, exist_ok=False)
        part.write_bytes(content)
        with suppress(OSError):  # a new file has no permissions to keep, and some disks know none
            part.chmod(path.stat().st_mode)
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
