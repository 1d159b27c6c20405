"""Making a frozen result in a quarter of the time, where a hundred thousandth of a second counts."""

from __future__ import annotations

from dataclasses import fields, make_dataclass
from typing import Any, TypeVar, cast

from workbench.stats.result import Result

R = TypeVar("R", bound=Result)


def quickly_made(kind: type[R]) -> type[R]:
    """Return what makes results of this kind as the kind itself does, and is quicker.

    A frozen dataclass fills its fields through ``object.__setattr__``, one call for each. An open class
    with the same slots fills them by plain assignment; it then becomes the frozen one, for good.
    """

    def freeze(made: Any) -> None:
        made.__class__ = kind

    plain = make_dataclass("Plain", [field.name for field in fields(kind)], kw_only=True, namespace={"__post_init__": freeze})
    open_class = {
        "__slots__": vars(kind)["__slots__"],
        "__init__": vars(plain)["__init__"],
        "__post_init__": freeze,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,  # with only one of the two, both would go the slow way
    }
    return cast("type[R]", type(kind.__name__, kind.__bases__, open_class))
