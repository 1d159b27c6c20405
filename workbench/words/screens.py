"""What the screens say around their fields: buttons, headings, banners and short notes.

The words of the fields themselves are in ``workbench.words.labels``.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.words.labels import FORM_WORDS

LAB = {
    "tile": "New enquiry",
    "tile_caption": "Start an enquiry in this folder: give it a name and begin with the question",
    "tile_category": "Enquiry",
    "opening": "The form is opening. It can be typed in as soon as it appears below.",
    "gone": "Not saving: the part of JupyterLab that keeps your answers does not answer. What was saved is safe. "
    "Wait a moment; if this stays, press Kernel, then Restart Kernel.",
    "lost": "Not saving: this form lost its connection, so it takes no more answers. What was saved is safe. Press “Show the form again”.",
    "again": "Show the form again",
}

GRID = {
    "title": "Sheet of marks",
    "pupil": "Pupil",
    "hint": "Type a mark and press Enter, or paste a block from a spreadsheet into the first box. Type abs for a pupil who was away.",
    "saving": "Saving …",
    "saved": "Saved.",
    "look": "Saved as far as possible. The cells with a message need a look; what you typed there is kept.",
    "in_group": "In the group",
    "unlock_first": "Open the class list first, so that you can see whose marks these are. Nothing was pasted.",
    "no_room": "The block has {rows} rows and {columns} columns; from this cell there is room for {room_rows} and {room_columns}. "
    "Nothing was pasted. Copy the marks only, without totals, and start in the first row.",
    "other_names": "The names in this block are not the names beside these rows, in this order (row {row} is the first that differs). "
    "Nothing was pasted. Sort both alike, or copy the marks only.",
    "not_saved": "Not saved yet: the cells with a dashed edge got no answer. Wait a moment; if this stays, run the notebook again.",
    "gone": "Not saving: this sheet lost its connection, so it takes no more marks. What was saved is safe.",
}

UNEXPECTED = (
    "Something happened here that the workbench does not know. What you typed before is kept. "
    "Press Kernel, then Restart Kernel, and try once more; if it comes back, tell us this word: {kind}."
)

FORM = {
    "choose": "Choose …",
    "yes": "Yes",
    "no": "No",
    "date_hint": "day/month/year",
    "nothing_to_tick": "Nothing to tick yet: add the parts of your question in step 1, or what you collect in step 2, first.",
    "locked": "The plan is locked. Its answers are shown here and stay as they are.",
    "up": "Move up",
    "up_tip": "Move row {number} up",
    "down": "Move down",
    "down_tip": "Move row {number} down",
    "remove": "Take away",
    "remove_tip": "Take row {number} away",
    "add": "Add a line to: {what}",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One screen: its place in the flow, its file, its heading and the sentence below it."""

    number: int
    file: str
    title: str
    intro: str
    nav: str = "The steps before and after this one"


STAGES: dict[str, Stage] = {
    "starting": Stage(0, "New enquiry", "Start an enquiry", "Give it a name. You can change every answer later."),
    **{
        name: Stage(number, file, FORM_WORDS[form].title, FORM_WORDS[form].intro)
        for number, name, file, form in (
            (1, "framing", "1 Frame", "frame"),
            (2, "planning", "2 Plan", "plan"),
            (3, "collecting", "3 Collect", "collect"),
            (4, "analysing", "4 Analyse", "analyse"),
            (6, "replicating", "6 Replicate", "replicate"),
            (7, "reporting", "7 Report", "report"),
        )
    },
    "checking": Stage(
        5,
        "5 Check",
        "Check what could mislead you",
        "Each point below is looked for in your plan and your marks. Your answer is printed in the report.",
    ),
    "evaluating": Stage(0, "", FORM_WORDS["evaluate"].title, FORM_WORDS["evaluate"].intro),
}

START = {
    "make": "Start this enquiry",
    "name_first": "Give the enquiry a name first: a few words will do.",
    "already": "There is already a folder “{name}” here. Choose another name, or open that folder on the left.",
    "made": "The folder “{name}” is ready. It holds seven notebooks, one for each step.",
    "go_on": "Go on to {step}",
    "another": "Start another enquiry",
}

FRAME = {
    "checks": "Five checks of your question",
    "yes": "yes.",
    "no": "not yet.",
    "look here": "look here.",
    "no_question": "Type a question above: five checks appear here and follow what you type.",
    "rewrite": "One way to word it:",
    "use": "Use this wording",
    "examples": "Three examples like yours",
    "example": "{phase}, {subject}",
    "example_weak": "Instead of",
    "example_mended": "you could ask",
    "build": "Build the question from its parts",
    "build_help": "Fill in what you can. The parts also tell the checks what your question means.",
    "assemble": "Put the parts together",
    "parts_first": "Fill in what you will try and which pupils it is for, then put the parts together.",
    "suggest": "Suggest parts from my question",
    "no_suggestion": "Nothing new to suggest. Add a line yourself for each thing you will have to answer.",
    "sketch": "The answer before the data",
    "override": "Keep my wording against a check",
    "keep_mine": "No, I will change the question",
    "rule": "Yes, against “{title}”",
    "override_why": "Why my wording fits better (printed in the report)",
    "override_keep": "Keep my wording",
    "kept_because": "You kept your wording: {reason}",
    "versions": "Versions of the question",
    "no_versions": "No version is kept yet. Keep one before you plan, and again whenever the question changes.",
    "version_columns": "No.|Date|Wording|Why",
    "version_why": "Why you keep this version",
    "version_keep": "Keep this version",
}

ANALYSE = {
    "look": "Look at the marks",
    "again": "Look at the marks again",
    "working": "Drawing every pupil. The first time takes a few seconds.",
    "see": "What do you see?",
    "planned": "Planned: this was in the locked plan before the first mark came in.",
    "exploratory": "Exploratory: this was not locked in the plan before the first mark came in. The report says so.",
    "invented": "Rehearsal on invented marks. No pupil has these marks, and none of them is kept.",
}

CHECK = {
    "working": "Looking at your plan and your marks …",
    "none": "None of the points that the workbench looks for was found.",
    "cannot_tell": "Cannot be told yet",
    "absent": "Looked for and not found",
    "again": "Look again",
    "offers": "What you can do:",
    "answer": "Your answer (printed in the report)",
    "stop": "Settle this first",
    "caution": "Take care",
    "note": "Worth knowing",
}

REPLICATE = {
    "folder": "Name of the new folder",
    "name_first": "Give the new folder a name first.",
    "colleague_title": "For a colleague",
    "colleague_help": "Your question and plan, without any pupil's marks, ready for another class. It is put beside this enquiry.",
    "colleague_name": "{title}, repeat",
    "colleague_make": "Make a copy for a colleague",
    "next_title": "Your own next cycle",
    "next_help": "Starts again from this question and plan, with an empty sheet of marks.",
    "next_name": "{title}, cycle {cycle}",
    "next_make": "Start my next cycle",
    "made": "The folder “{name}” is ready, beside this one.",
    "open": "Open its first step",
}

REPORT = {
    "title": "Make the report",
    "help": "One file for colleagues. Groups and counts that are too small to share are kept back. Read it before "
    "you share it: nicknames, and what only your school would recognise, no list can find.",
    "make": "Make the report",
    "working": "Making the report. This takes up to half a minute.",
    "made": "The report is ready: {path}",
    "open": "Open the report",
}

PLAN = {
    "grid": "Does every part have an answer?",
    "grid_help": "Each part of your question needs a measure, and each measure a part. No row may be left open.",
    "grid_columns": "Part of the question|Measure|What is done with it|Where it is reported|Look here",
    "outlook": "What so many pupils can show",
    "spread": "Your guess: by how many marks will pupils' changes differ?",
    "spread_help": "Leave it empty if you do not know. If most pupils end within 4 marks of the middle change, type 4.",
    "rehearsal": "Rehearse before any pupil is tested",
    "rehearsal_help": "Runs the planned analysis on invented marks, so that you see today what your report will be able to say.",
    "rehearse": "Rehearse with invented marks",
    "rehearsing": "Inventing marks and drawing them. The first time takes a few seconds.",
    "lock": "Lock the plan",
    "lock_help": "Lock it before the first mark comes in. What was planned is then told apart from what came later.",
    "missing": "Before you can lock it:",
    "lock_it": "Lock the plan",
    "locked": "The plan was locked on {at:%d/%m/%Y} at {at:%H:%M} (UTC). Its fingerprint begins:",
    "locked_help": "Send the fingerprint to your supervisor or a colleague if you want to be able to show it later.",
    "amend": "Change the locked plan",
    "amend_help": "Plans change. Say what and why: both stand in the report.",
    "amend_what": "Which answer changes?",
    "amend_none": "None",
    "amend_new": "{what}: the new answer",
    "amend_why": "Why it changes",
    "amend_it": "Change the plan",
    "amended": "The change is kept, with its reason.",
}

PRIVATE = {
    "busy": "One moment …",
    "gone": "Not saving: this form lost its connection, so it takes nothing more.",
    "unheard": "No answer yet. Run the notebook again if this stays; what you typed is still in the boxes.",
}

SETTLE = {
    "history": "Go on with the last saved version",
    "working_copy": "Go on with the file as it is now",
    "table": "Take the table {name} as it is now",
    "later": "Leave it for now",
}

CLASS_LIST = {
    "title": "Class list",
    "help": "Names stay sealed on this computer, outside the enquiry's folder. The sheet below works with codes; "
    "open the list to see whose mark is whose.",
    "names": "Pupils' names, one on each line",
    "names_help": "Paste a column of names from a spreadsheet. They are sealed when you press the button and not kept before.",
    "same": "Two lines with the same name are two pupils",
    "passphrase": "Passphrase",
    "passphrase_help": "Four or five words that you will remember. Nobody can look it up for you.",
    "again": "The passphrase once more",
    "not_the_same": "Type the same passphrase twice. Nothing was changed.",
    "make": "Seal the class list",
    "open": "Open the class list",
    "is_open": "The class list is open: {count} pupils. Names are shown on this screen and nowhere else.",
    "print_code": "Write this recovery code down and keep it in a locked drawer. It is shown once. With it you can set a new passphrase:",
    "printed": "I have written it down",
    "more": "Add more names",
    "add": "Add these names",
    "close": "Close the class list",
    "sealed": "There is a sealed class list for this enquiry. Open it with its passphrase.",
    "lost": "I have lost the passphrase",
    "code": "Recovery code",
    "recover": "Open and set a new passphrase",
    "look_title": "Look for names in what you typed",
    "look_help": "Open the class list once more: every name of it that stands in your sentences is then put as a code.",
    "move": "Move the list to another computer",
    "move_help": "Copy the enquiry's folder across as you like. The list goes on its own, sealed, for instance on a memory stick.",
    "move_to": "Folder to copy the sealed list to",
    "copy": "Copy the sealed list",
    "take": "I have the sealed list from another computer",
    "take_file": "The copied file (it ends in .sealed)",
    "take_button": "Take this list in",
    "take_first": "Choose the copied file first.",
    "recovered": "The class list is open, and the new passphrase is set.",
}

SHEET = {
    "title": "Sheet of marks",
    "measure": "Which measure?",
    "empty": "No pupil has a row yet. Make or open the class list above, or bring in a mark book below.",
    "rest": "Show the {count} other pupils too, who are not in your group",
}

IMPORT = {
    "title": "Bring in a mark book",
    "help": "An .xlsx, .xls, .ods or .csv file as your school's system gives it. You see what was made of it before anything comes in.",
    "open_first": "Make or open the class list above first: names may only go there.",
    "file": "File",
    "file_help": "It is read here and not kept.",
    "look": "Look at the file",
    "choose_first": "Choose a file first.",
    "preview": "What was found in the file",
    "sheet_columns": "Sheet|What is on it",
    "column_columns": "Sheet|Column|Heading|Taken for",
    "row_columns": "Sheet|Row|Left out because",
    "used": "{rows} pupils, rows {first} to {last}",
    "doubts": "Please decide",
    "guesses": "What was taken for granted; change it if it is wrong",
    "decide": "Choose …",
    "answer": "Your answer",
    "or_mark": "or type the mark",
    "ready": "{pupils} pupils in the file, {chosen} of them in your group.",
    "bring": "Bring the marks in",
}
