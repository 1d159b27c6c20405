"""``workbench import``: looks at the file, asks what it must, then brings it in."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from dataclasses import asdict

from workbench.desk.enquiry import Workspace
from workbench.desk.import_preview import Preview, questions_document
from workbench.desk.importing import bring_in, preview
from workbench.desk.json_file import read_json_object
from workbench.desk.names import look_for_names
from workbench.errors import BadInput, NeedsDecisions, NotReady, SeveralProblems, WorkbenchError
from workbench.store.sealed import ClassList

REFUSED = 2


def import_file(ws: Workspace, options: argparse.Namespace) -> int:
    """Bring one file in, or print the questions that stand open and return 2; nothing is changed then."""
    decisions = read_json_object(options.decisions) if options.decisions else None
    measure = options.measure or None
    seen = preview(ws, options.file, decisions, measure=measure)
    if seen.problems:
        raise SeveralProblems([BadInput(problem) for problem in seen.problems])
    if seen.doubts:
        return _ask(seen, as_json=options.json)
    fresh = not ClassList.exists(ws.record.id)
    passphrase = _passphrase(options.passphrase_fd, fresh=fresh)
    recovery_code = None
    try:
        if fresh:
            class_list, recovery_code = ClassList.create(ws.record.id, passphrase)
        else:
            class_list = ClassList.open(ws.record.id, passphrase)
        done = bring_in(ws, options.file, decisions, class_list=class_list, measure=measure)
    except NeedsDecisions:
        _forget(ws, passphrase, fresh=fresh)
        return _ask(preview(ws, options.file, decisions, class_list=class_list, measure=measure), as_json=options.json)
    except BaseException:  # stopped by the user, too: nobody would ever have seen the recovery code
        _forget(ws, passphrase, fresh=fresh)
        raise
    looked = look_for_names(ws, class_list)
    if options.json:
        print(json.dumps({"imported": asdict(done), "recovery_code": recovery_code}, indent=2, ensure_ascii=False))
    else:
        print(f"{done.sentence}\n{looked}")
        if recovery_code:
            print(f"Recovery code of the new class list, shown this once: {recovery_code}\nPrint it and keep it away from this computer.")
    return 0


def names_looked_for(ws: Workspace, descriptor: int | None) -> str:
    """Open the class list with a passphrase from a prompt or a file descriptor, and put names in what was typed as codes."""
    if not ClassList.exists(ws.record.id):
        raise NotReady("There is no class list here for this enquiry, so there are no names to look for.")
    return look_for_names(ws, ClassList.open(ws.record.id, _passphrase(descriptor, fresh=False)))


def _forget(ws: Workspace, passphrase: str, *, fresh: bool) -> None:
    """Take away a class list that was made for this import alone: nothing came in, so nothing is changed.

    A list with pupils in it stays, whoever put them there: another window may have brought marks in meanwhile.
    """
    if not fresh or not ClassList.exists(ws.record.id):
        return
    try:
        empty = not ClassList.open(ws.record.id, passphrase).pupils
    except WorkbenchError:
        return  # another window's list
    if empty:
        ClassList.destroy(ws.record.id)


def _ask(seen: Preview, *, as_json: bool) -> int:
    if as_json:
        print(questions_document(seen).model_dump_json(indent=2))
        return REFUSED
    for note in seen.notes:
        print(note)
    for number, question in enumerate(seen.doubts, start=1):
        print(f"{number}. [{question.id}] {question.text}")
        for choice in question.choices:
            marker = "suggested: " if choice.value == question.suggestion else ""
            print(f"     {choice.value}: {marker}{choice.label}")
    print(
        f"{len(seen.doubts)} questions stand open, so nothing was brought in. Write the answers into a file, "
        '{"answers": {"the id in brackets": "your choice"}}, and give it with --decisions FILE.'
    )
    return REFUSED


def _passphrase(descriptor: int | None, *, fresh: bool) -> str:
    if descriptor is not None:
        try:
            with os.fdopen(descriptor, encoding="utf-8", closefd=False) as stream:
                return stream.readline().rstrip("\r\n")
        except (OSError, ValueError):
            raise BadInput("The passphrase cannot be read from that file descriptor.", seen=str(descriptor)) from None
    if not sys.stdin.isatty():
        raise NotReady(
            "The class list needs its passphrase.",
            do="Run this in a terminal, which asks for it, or give a file descriptor: --passphrase-fd 3 3< FILE.",
        )
    if not fresh:
        return getpass.getpass("Passphrase of the class list: ")
    first = getpass.getpass("Choose a passphrase for the class list: ")
    if getpass.getpass("The same again: ") != first:
        raise BadInput("The two passphrases differ.", do="Try again. Nothing was changed.")
    return first
