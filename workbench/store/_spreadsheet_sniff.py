"""What a file's bytes are, whatever the file is called; part of the reading child process."""

from __future__ import annotations

import io
import re
import zipfile

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACE = re.compile(r"[\r\n\t]+")


class Problem(Exception):
    """What the parent should say, by code, with its numbers."""

    def __init__(self, code: str, **numbers: int | str) -> None:
        super().__init__(code)
        self.code, self.numbers = code, numbers


def clean(text: str) -> str:
    """Return a cell's text on one line, control characters made visible."""
    if text.isalnum():
        return text
    return _SPACE.sub(" ", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)).strip()


def sniff(data: bytes) -> str:
    """Return what the bytes are, whatever the file is called."""
    if not data:
        raise Problem("empty")
    if not data.strip(b"\x00"):
        raise Problem("zeros")
    if data[:4] == b"PK\x03\x04":
        return _zip_kind(data)
    if data[:4] == b"PK\x05\x06":
        raise Problem("other_zip")
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _ole_kind(data)
    for start, what in ((b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"{\\rtf", "word")):
        if data.startswith(start):
            raise Problem(what)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")) or b"<html" in head[:1024]:
        raise Problem("html")
    if head.startswith(b"<?xml"):
        raise Problem("xml")
    return "text"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            names = set(pack.namelist())
            mime = pack.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise Problem("half") from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if mime.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if any(name.startswith("word/") for name in names) or mime.startswith(b"application/vnd.oasis.opendocument.text"):
        raise Problem("word")
    raise Problem("other_zip")


def _ole_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Problem("password")
    if "WordDocument".encode("utf-16-le") in data:
        raise Problem("word")
    return "xls"
