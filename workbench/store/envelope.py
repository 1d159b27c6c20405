"""Sealed bytes that two secrets can open: a passphrase, and a recovery code that was printed.

The contents are encrypted with a random data key (AES-GCM), and the data key twice more, once with
a key made of the passphrase and once with one made of the recovery code (scrypt, RFC 7914). So
either secret can be changed without the other. The header is bound to the contents as associated
data: whoever changes one byte of it, the contents no longer open.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from workbench.errors import BadInput, Damaged, NewerFormat, WrongPassphrase
from workbench.store import strict_json

FORMAT = 1
KIND = "enquiry-workbench class list"
WORK = 16  # scrypt with n = 2**16, r = 8: 64 MB and about a fifth of a second
_LEAST_WORK, _MOST_WORK = 14, 20
SHORTEST_PASSPHRASE = 10
_LEAST_DIFFERENT = 5
_CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_CODE_GROUPS, _CODE_GROUP = 6, 4
Opener = Literal["passphrase", "recovery"]
_WHOLE = "Bring this file back from a copy or a backup. It was left as it is."


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Slot:
    """The data key, sealed with one of the two secrets."""

    work: int
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Envelope:
    """What is known of a sealed file without opening it: whose it is, and the two slots."""

    enquiry_id: str
    passphrase: Slot
    recovery: Slot


def fresh_recovery_code() -> str:
    """Return a new recovery code of six groups of four, without letters that are mistaken for digits (about 117 bits)."""
    groups = ("".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_GROUP)) for _ in range(_CODE_GROUPS))
    return "-".join(groups)


def tidy_code(code: str) -> str:
    """Return a recovery code as it is used: capitals, without spaces and hyphens, however it was typed."""
    return "".join(character for character in code.upper() if character.isalnum())


def check_passphrase(passphrase: str) -> None:
    """Raise BadInput when ``passphrase`` is too easily guessed; it is never repeated in the message."""
    tidy = _tidy(passphrase)
    strict_json.refuse_half_characters(tidy, where="Passphrase")
    if len(tidy) < SHORTEST_PASSPHRASE or len(set(tidy)) < _LEAST_DIFFERENT:
        raise BadInput(
            "Choose a longer passphrase: three or four words that do not belong together are easy to keep and hard to guess.",
            seen=f"{len(tidy)} characters, {len(set(tidy))} of them different",
            allowed=f"{SHORTEST_PASSPHRASE} characters or more, {_LEAST_DIFFERENT} of them different",
        )


def _tidy(passphrase: str) -> str:
    # The same letters typed on a Mac and on Windows are different characters until they are normalised.
    return unicodedata.normalize("NFKC", passphrase).strip()


def _key(secret: str, opener: Opener, work: int, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    text = _tidy(secret) if opener == "passphrase" else tidy_code(secret)
    return Scrypt(salt=salt, length=32, n=2**work, r=8, p=1).derive(text.encode("utf-8", "replace"))


def _bound_to(enquiry_id: str, opener: Opener) -> bytes:
    return f"{KIND}, {enquiry_id}, {opener}".encode()


def fresh_slot(secret: str, opener: Opener, enquiry_id: str, data_key: bytes, *, work: int = WORK) -> Slot:
    """Return ``data_key`` sealed with ``secret``, with fresh salt and nonce."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_key(secret, opener, work, salt)).encrypt(nonce, data_key, _bound_to(enquiry_id, opener))
    return Slot(work=work, salt=salt, nonce=nonce, wrapped=wrapped)


def data_key(envelope: Envelope, secret: str, opener: Opener) -> bytes:
    """Return the data key.

    Raises:
        WrongPassphrase: When ``secret`` does not open the slot.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = envelope.passphrase if opener == "passphrase" else envelope.recovery
    try:
        return AESGCM(_key(secret, opener, slot.work, slot.salt)).decrypt(slot.nonce, slot.wrapped, _bound_to(envelope.enquiry_id, opener))
    except InvalidTag:
        named, other = ("passphrase", "the recovery code") if opener == "passphrase" else ("recovery code", "the passphrase")
        raise WrongPassphrase(f"This {named} does not open the class list.", do=f"Try again, or use {other}.") from None


def seal(envelope: Envelope, key: bytes, contents: bytes) -> bytes:
    """Return the bytes of the sealed file: the header, the contents, and a checksum of both, a line each."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = _header(envelope)
    nonce = secrets.token_bytes(12)
    body = base64.b64encode(nonce + AESGCM(key).encrypt(nonce, contents, header))
    return b"\n".join((header, body, hashlib.sha256(header + b"\n" + body).hexdigest().encode("ascii"), b""))


def unseal(data: bytes, key: bytes, *, where: str) -> bytes:
    """Return the contents.

    Raises:
        Damaged: When header or contents are not what was sealed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header, body, _ = _lines(data, where)
    try:
        sealed = base64.b64decode(body, validate=True)
        return AESGCM(key).decrypt(sealed[:12], sealed[12:], header)
    except (InvalidTag, ValueError, binascii.Error):
        raise Damaged("The sealed class list was changed by something other than the workbench.", where=where, do=_WHOLE) from None


def _lines(data: bytes, where: str) -> tuple[bytes, bytes, bytes]:
    lines = data.split(b"\n")
    if len(lines) != 4 or lines[3]:
        raise Damaged("The sealed class list is not whole.", where=where, do=_WHOLE)
    return lines[0], lines[1], lines[2]


def look(data: bytes, *, where: str) -> Envelope:
    """Return what a sealed file says of itself, without opening it.

    Raises:
        NewerFormat: When a newer workbench sealed it.
        Damaged: When it is cut short, changed, or not a sealed class list.
    """
    first = data.split(b"\n", 1)[0]
    try:
        header = strict_json.loads(first, where=where)
    except Damaged:
        raise Damaged("This is not a whole sealed class list.", where=where, do=_WHOLE) from None
    if not isinstance(header, dict) or header.get("kind") != KIND:
        raise Damaged("This is not a sealed class list.", where=where, do="Choose the file that the workbench exported.")
    newer = strict_json.newer_than(header, FORMAT, "format")
    if newer is not None:
        raise NewerFormat(
            "Install the newer workbench to open this class list.", where=where, seen=f"format {newer}", do="Nothing was changed."
        )
    line, body, checksum = _lines(data, where)
    if hashlib.sha256(line + b"\n" + body).hexdigest().encode("ascii") != checksum:
        raise Damaged("The sealed class list is not what was saved.", where=where, do=_WHOLE)
    try:
        slots = [_slot(header[opener]) for opener in ("passphrase", "recovery")]
        enquiry_id = header["enquiry"]
        if not isinstance(enquiry_id, str):
            raise TypeError
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise Damaged("The header of the sealed class list is not what was saved.", where=where, do=_WHOLE) from None
    return Envelope(enquiry_id=enquiry_id, passphrase=slots[0], recovery=slots[1])


def _slot(value: object) -> Slot:
    if not isinstance(value, dict):
        raise TypeError
    work = value["scrypt_log2_n"]
    # A header that asks for endless work would hang the computer before anything could be checked.
    if not isinstance(work, int) or isinstance(work, bool) or not _LEAST_WORK <= work <= _MOST_WORK:
        raise ValueError
    salt, nonce, wrapped = (base64.b64decode(value[name], validate=True) for name in ("salt", "nonce", "wrapped_key"))
    if (len(salt), len(nonce), len(wrapped)) != (16, 12, 48):
        raise ValueError
    return Slot(work=work, salt=salt, nonce=nonce, wrapped=wrapped)


def _header(envelope: Envelope) -> bytes:
    def plain(slot: Slot) -> dict[str, object]:
        salt, nonce, wrapped = (base64.b64encode(part).decode("ascii") for part in (slot.salt, slot.nonce, slot.wrapped))
        return {"scrypt_log2_n": slot.work, "salt": salt, "nonce": nonce, "wrapped_key": wrapped}

    fields = {
        "format": FORMAT,
        "kind": KIND,
        "enquiry": envelope.enquiry_id,
        "passphrase": plain(envelope.passphrase),
        "recovery": plain(envelope.recovery),
    }
    return json.dumps(fields).encode("ascii")


def with_slot(envelope: Envelope, opener: Opener, slot: Slot) -> Envelope:
    """Return the envelope with one of its two slots changed."""
    return replace(envelope, passphrase=slot) if opener == "passphrase" else replace(envelope, recovery=slot)
