"""What the screens say around their fields: buttons, headings, banners and short notes.

The words of the fields themselves are in ``workbench.words.labels``.
"""

from __future__ import annotations

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
