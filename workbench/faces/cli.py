"""The command line: the same steps as the forms, for a script, a screen reader or a hurry.

Exit codes: 0 done, 1 something found, 2 refused or bad input with the reason, 130 stopped by the user.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from workbench.errors import BadInput, WorkbenchError
from workbench.faces import evaluate_command
from workbench.faces.evaluate_command import MakeEvaluation

MakeReport = Callable[[Path, str], Path]
RunLab = Callable[[Path, Sequence[str]], int]

DONE, FOUND, REFUSED, STOPPED = 0, 1, 2, 130


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        plain = re.sub(r"invalid (?:\w+ )?(choice|value)", r"no such \1", message)
        raise BadInput(plain[:1].upper() + plain[1:] + ".", do=f"See: {self.prog} --help")


def _path(text: str) -> Path:
    """Return what a user named; nothing at all is not this folder: a script's empty variable would write into it."""
    if not text.strip():
        raise BadInput("Name the folder or the file: nothing was given.", do="Write . for the folder you are in.")
    return Path(text)


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command; a test holds the documentation to it."""
    top = _Parser(prog="workbench", description="A workbench for classroom action enquiry: from a question to a report.")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)

    demo = commands.add_parser("demo", help="run a whole made-up enquiry, from question to report")
    demo.add_argument("folder", nargs="?", type=_path, default=Path("demo"), help="where to put it (default: demo)")

    lab = commands.add_parser("lab", help="open JupyterLab on a folder of enquiries")
    lab.add_argument("folder", nargs="?", type=_path, default=Path(), help="the folder (default: this one)")
    lab.add_argument("extra", nargs=argparse.REMAINDER, metavar="-- OPTION", help="options for JupyterLab itself, after --")

    new = commands.add_parser("new", help="start an enquiry in a new folder")
    new.add_argument("folder", type=_path)
    new.add_argument("--title", default="", help="the enquiry's title (default: the folder's name)")
    new.add_argument("--from", dest="answers", type=_path, metavar="ANSWERS.json", help="answers to the forms' own fields")
    new.add_argument("--author", default="", help="who is writing, as initials")

    answer = commands.add_parser("answer", help="put answers into an enquiry, all of them or none")
    answer.add_argument("folder", type=_path)
    answer.add_argument("answers", type=_path, metavar="ANSWERS.json", help="answers to the forms' own fields")
    answer.add_argument("--because", default="", metavar="REASON", help="depart from a locked plan, with this reason; the report says so")

    lock = ("lock", "keep the question and lock the plan, before any pupil is tested")
    for name, words in (lock, ("calendar", "write the plan's days as a calendar file, with reminders")):
        commands.add_parser(name, help=words).add_argument("folder", type=_path)

    status = commands.add_parser("status", help="say what stage an enquiry is at and what is missing")
    status.add_argument("folder", type=_path)
    status.add_argument("--json", action="store_true", help="print plain data instead of sentences")
    status.add_argument("--verify", action="store_true", help="exit with 1 when a file is not whole")

    check = commands.add_parser("check", help="look for the mistakes that small enquiries make")
    check.add_argument("folder", type=_path)
    check.add_argument("--json", action="store_true", help="print plain data instead of sentences")

    evaluate_command.add(commands, _path)

    bring = commands.add_parser("import", help="bring a school's mark book in")
    bring.add_argument("folder", type=_path)
    bring.add_argument("file", type=_path, help="a spreadsheet: .xlsx, .xls, .ods or .csv")
    bring.add_argument("--measure", default="", help="the id of the measure (default: the only one in the plan)")
    bring.add_argument("--decisions", type=_path, metavar="FILE", help="answers to what the import asked, as JSON")
    bring.add_argument("--json", action="store_true", help="print plain data instead of sentences")
    bring.add_argument("--passphrase-fd", type=int, metavar="N", help="read the class list's passphrase from this file descriptor")

    names = commands.add_parser(
        "class-list", help="move the sealed class list to another computer, or look for its names in what was typed"
    )
    names.add_argument("folder", type=_path)
    move = names.add_mutually_exclusive_group(required=True)
    move.add_argument("--copy-to", type=_path, metavar="PLACE", help="copy the list, sealed as it is, to this file or folder")
    move.add_argument("--take-in", type=_path, metavar="FILE", help="take in a list that was copied on another computer")
    move.add_argument("--look-for-names", action="store_true", help="put names of the list that stand in what was typed as codes")
    names.add_argument("--passphrase-fd", type=int, metavar="N", help="read the passphrase from this file descriptor")

    settle = commands.add_parser("settle", help="go on after another program changed a file of the enquiry")
    settle.add_argument("folder", type=_path)
    which = settle.add_mutually_exclusive_group(required=True)
    which.add_argument("--keep", choices=["history", "working-copy"], help="the last saved version, or enquiry.json as it stands now")
    which.add_argument("--accept-table", metavar="MEASURE", help="take this measure's table of marks as it stands now")

    report = commands.add_parser("report", help="make reports")
    report.add_argument("folders", type=_path, nargs="+", metavar="FOLDER")
    report.add_argument("--for", dest="audience", default="colleagues", help="who reads it: colleagues")
    return top


def main(argv: Sequence[str], *, make_report: MakeReport, make_evaluation: MakeEvaluation, run_lab: RunLab) -> int:
    """Run one command; every error becomes sentences and an exit code, never a traceback."""
    as_json = "--json" in argv
    try:
        options = parser().parse_args(argv)
        if options.command == "evaluate":
            return evaluate_command.run(options, make_evaluation)
        return _run(options, make_report, run_lab)
    except WorkbenchError as problem:
        if as_json:
            _print_json({"error": problem.to_dict(), "message": str(problem)})
        print(str(problem), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("Stopped. What was saved is kept.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as problem:
        if os.environ.get("WORKBENCH_DEBUG"):
            raise
        print(_our_mistake(problem), file=sys.stderr)
        return REFUSED


def _run(options: argparse.Namespace, make_report: MakeReport, run_lab: RunLab) -> int:
    if options.command == "demo":
        return _demo(options, make_report)
    if options.command == "lab":
        return run_lab(options.folder, [word for word in options.extra if word != "--"])
    if options.command == "report":
        return _report(options, make_report)
    commands = {
        "new": _new,
        "answer": _answer,
        "lock": _lock,
        "calendar": _calendar,
        "status": _status,
        "check": _check,
        "import": _import,
        "settle": _settle,
        "class-list": _class_list,
    }
    return commands[options.command](options)


def _demo(options: argparse.Namespace, make_report: MakeReport) -> int:
    from workbench.desk.demo import STEPS, run_demo
    from workbench.faces.progress import progress

    with progress(len(STEPS)) as step:
        made = run_demo(options.folder, make_report=make_report, step=step)
    print(made.where_to_look)
    print(made.report)
    print(made.found)
    return DONE


def _new(options: argparse.Namespace) -> int:
    from workbench.desk.json_file import read_json_object
    from workbench.desk.start import start

    answers = read_json_object(options.answers) if options.answers else {}
    ws = start(options.folder, title=options.title, answers=answers, author=options.author)
    print(ws.path)
    return DONE


def _answer(options: argparse.Namespace) -> int:
    from workbench.desk.answers import put_many
    from workbench.desk.enquiry import open_enquiry
    from workbench.desk.json_file import read_json_object
    from workbench.desk.plan import amend_from

    ws, answers = open_enquiry(options.folder), read_json_object(options.answers)
    if options.because:
        amend_from(ws, answers, options.because)
    else:
        put_many(ws, answers)
    print(ws.path)
    return DONE


def _lock(options: argparse.Namespace) -> int:
    from workbench.desk.enquiry import open_enquiry
    from workbench.desk.plan import lock

    print(lock(open_enquiry(options.folder)).sha256)
    return DONE


def _calendar(options: argparse.Namespace) -> int:
    """Write the file and print where it is; what may be a slip in the days goes beside it, and the file is made all the same."""
    from workbench.desk.enquiry import open_enquiry
    from workbench.desk.timeline import look, write_calendar

    ws = open_enquiry(options.folder)
    print(write_calendar(ws))
    for found in look(ws):
        if found.grade != "note":
            print(f"{found.sentence} {found.next_step}", file=sys.stderr)
    return DONE


def _status(options: argparse.Namespace) -> int:
    from workbench.desk.enquiry import open_enquiry
    from workbench.desk.status import status
    from workbench.words.status import status_words

    found = status(open_enquiry(options.folder))
    if options.json:
        print(found.model_dump_json(indent=2))
    else:
        print(status_words(found.model_dump()))
    return FOUND if options.verify and not found.whole else DONE


def _check(options: argparse.Namespace) -> int:
    from workbench.desk.enquiry import open_enquiry
    from workbench.desk.status import published_check
    from workbench.words.status import check_words

    found = published_check(open_enquiry(options.folder))
    if options.json:
        print(found.model_dump_json(indent=2))
    else:
        print(check_words(found.model_dump()))
    return FOUND if any(threat.found for threat in found.threats) else DONE


def _class_list(options: argparse.Namespace) -> int:
    from workbench.desk.class_list import copy_out, take_in
    from workbench.desk.enquiry import open_enquiry
    from workbench.faces.import_command import names_looked_for

    ws = open_enquiry(options.folder)
    if options.look_for_names:
        print(names_looked_for(ws, options.passphrase_fd))
    else:
        print(copy_out(ws, options.copy_to) if options.copy_to else take_in(ws, options.take_in))
    return DONE


def _settle(options: argparse.Namespace) -> int:
    from workbench.desk.settle import accept_table, settle
    from workbench.words.status import settled

    if options.accept_table:
        ws = accept_table(options.folder, options.accept_table)
    else:
        ws = settle(options.folder, options.keep.replace("-", "_"))
    print(settled(ws.record.title, ws.store.version))
    return DONE


def _import(options: argparse.Namespace) -> int:
    from workbench.desk.enquiry import open_enquiry
    from workbench.faces.import_command import import_file

    return import_file(open_enquiry(options.folder), options)


def _report(options: argparse.Namespace, make_report: MakeReport) -> int:
    from workbench.faces.progress import progress

    refused = 0
    with progress(len(options.folders)) as step:
        for folder in options.folders:
            step(f"Report on {folder.name}")
            try:
                print(make_report(folder, options.audience))
            except WorkbenchError as problem:
                refused += 1
                print(f"{folder}: {problem}", file=sys.stderr)
    return REFUSED if refused else DONE


def _print_json(data: object) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=False))


def _our_mistake(problem: Exception) -> str:
    """Name the place and the kind of an unforeseen mistake, never a value: a value can be a pupil's name."""
    place = "an unknown place"
    step = problem.__traceback__
    while step is not None:
        name = step.tb_frame.f_globals.get("__name__", "")
        if str(name).startswith("workbench"):
            place = f"{name}, line {step.tb_lineno}"
        step = step.tb_next
    return (
        f"Something went wrong that we did not foresee ({type(problem).__name__} in {place}). "
        "What was saved is kept. Please report this line; it holds nothing about your pupils."
    )
