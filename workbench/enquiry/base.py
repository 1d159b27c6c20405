"""What every stored record has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable record: a change returns a new one, an unknown field is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_max_length=20_000, allow_inf_nan=False)
