"""The fingerprint of what a lock holds fast: the plan, the question and its aspects."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

from workbench.enquiry.record import Enquiry


def locked_content(enquiry: Enquiry) -> dict[str, Any]:
    """Return what the lock holds fast, as plain data: all of the plan but its lock and its amendments.

    Answers that stand at their default are left out, so that a question added to the form later
    changes no fingerprint of a plan that was locked without it.
    """
    plan = enquiry.plan.model_dump(mode="json", exclude={"lock", "amendments"}, exclude_defaults=True)
    aspects = [aspect.model_dump(mode="json", exclude_defaults=True) for aspect in enquiry.question.aspects]
    return {"plan": plan, "question": {"text": enquiry.question.text, "aspects": aspects}}


def plan_hash(enquiry: Enquiry) -> str:
    """Return the SHA-256 of the locked content, the same on every computer.

    Keys are sorted, text is in Unicode's composed form, and nothing but the content counts.
    """
    text = json.dumps(locked_content(enquiry), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()
