"""What the mark sheet and the class list tell, in words."""

from __future__ import annotations

STATUS = {
    "present": "",
    "absent": "absent",
    "exempt": "exempt",
    "not_attempted": "not attempted",
    "withdrawn": "withdrawn",
    "left": "left",
    "not_joined": "not joined",
    "blank": "",
}
OCCASION = {"before": "First test", "after": "Second test"}
TYPE_OR_CHOOSE = "Type the mark, or choose absent. What you typed is kept."


def pairing(n_chosen: int, n_pairs: int, only_before: int, only_after: int, start_gap: float | None) -> str:
    """Return who of the group has no pair, and how they differed at the start; for the teacher's own screen."""
    if not n_chosen:
        return "No pupil is in your group yet."
    said = [f"{n_pairs} of the {n_chosen} pupils in your group have both marks."]
    if only_before:
        said.append(f"{only_before} {_have(only_before)} the first mark only.")
    if only_after:
        said.append(f"{only_after} {_have(only_after)} the second mark only.")
    neither = n_chosen - n_pairs - only_before - only_after
    if neither:
        said.append(f"{neither} {_have(neither)} neither.")
    if start_gap is not None and only_before:
        who = "That pupil" if only_before == 1 else "Those with the first mark only"
        if round(abs(start_gap), 1) == 0:
            said.append(f"{who} began level with the others.")
        else:
            said.append(f"{who} began {abs(start_gap):.1f} marks {'higher' if start_gap > 0 else 'lower'} than the others.")
    return " ".join(said)


def pasted(rows: int, saved: int, kept: int, left_out: int, *, heading: bool) -> str:
    """Return what became of a pasted block."""
    said = [f"{rows} rows pasted, {saved} marks saved."] if rows != 1 else [f"1 row pasted, {saved} marks saved."]
    if heading:
        said.append("The first line was taken for headings.")
    if kept:
        said.append(f"{kept} {'cell needs' if kept == 1 else 'cells need'} a look; what you pasted there is kept.")
    if left_out:
        said.append(f"{left_out} {'row was' if left_out == 1 else 'rows were'} not used.")
    return " ".join(said)


def listed(added: int, known: int) -> str:
    """Return what became of a pasted class list."""
    said = f"{added} {'pupil' if added == 1 else 'pupils'} put on the sealed class list."
    return said + (f" {known} {'was' if known == 1 else 'were'} on it already." if known else "")


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def copied_out(name: str) -> str:
    """Say that a sealed copy of the class list stands in a file."""
    return f"A sealed copy is in the file {name}. It opens with the same passphrase. Delete it from the stick once it is taken in."


TAKEN_IN = "The class list is on this computer now, still sealed. Open it with its passphrase."
