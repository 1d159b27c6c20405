"""A folder's name from an enquiry's title, good on every system."""

from __future__ import annotations

import re

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def folder_name(title: str) -> str:
    """Return the title as a folder's name: what Windows or a synced drive would refuse is left out.

    >>> folder_name("Talk: does it help? 7B/C")
    'Talk does it help 7B C'
    >>> folder_name("...")
    'Enquiry'
    """
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", title)
    plain = " ".join(plain.split())[:80].strip(" .")
    if not plain or plain.split(".")[0].strip().lower() in _RESERVED:
        return f"Enquiry {plain}".strip()
    return plain
