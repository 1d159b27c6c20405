"""Ours and the peers in turn, round after round, so that a slow minute of the machine slows them all alike."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.statistics.environments import STANDS, Side, how_to_get
from benchmarks.statistics.works import Peer, Work

BLOCK = 0.02
ROUNDS = 15
PATIENCE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One peer's time, how often ours goes into it, and how its numbers compare; ``absent`` says why there are none."""

    peer: Peer
    seconds: float = 0.0
    ratio: float | None = None
    agreement: str = ""
    agrees: bool = True
    absent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One piece of work, measured."""

    work: Work
    seconds: float
    rounds: int
    peers: tuple[Beside, ...]


class Failed(Exception):
    """Ours stopped."""


def measured(work: Work, sides: dict[str, Side], *, short: bool) -> Line:
    asked = [(sides["ours"], work.key)]
    able: list[Peer] = []
    absent: dict[str, str] = {}
    for peer in work.peers:
        side = sides.get(STANDS[peer.name])
        if side is None:
            absent[peer.name] = how_to_get(peer.name, short=short)
            continue
        key = f"{peer.name} {work.key.removesuffix('_with_interval')}"
        first = side.ask(f"{key}\t0")
        if "seconds" in first:
            able.append(peer)
            asked.append((side, key))
        else:
            absent[peer.name] = how_to_get(peer.name) if "missing" in first else f"stopped: {first['error']}"
    first = sides["ours"].ask(f"{work.key}\t0")
    if "seconds" not in first:
        raise Failed(f"{work.name}: {first}")
    ours, *theirs = _in_turn(asked, short)
    found = {peer.name: _beside(peer, ours, replies) for peer, replies in zip(able, theirs, strict=True)}
    besides = tuple(found.get(peer.name) or Beside(peer=peer, absent=absent[peer.name]) for peer in work.peers)
    return Line(work=work, seconds=_middle(ours), rounds=len(ours), peers=besides)


def _in_turn(asked: list[tuple[Side, str]], short: bool) -> list[list[dict[str, Any]]]:
    once = [side.ask(f"{key}\t1")["seconds"] for side, key in asked]
    times = [1 if short else max(1, round(BLOCK / seconds)) for seconds in once]
    whole = sum(seconds * count for seconds, count in zip(once, times, strict=True))
    rounds = 1 if short else max(5, min(ROUNDS, int(PATIENCE / whole)))
    replies: list[list[dict[str, Any]]] = [[] for _ in asked]
    for _ in range(rounds):
        for (side, key), count, kept in zip(asked, times, replies, strict=True):
            kept.append(side.ask(f"{key}\t{count}"))
    return replies


def _middle(replies: list[dict[str, Any]]) -> float:
    return median(float(reply["seconds"]) for reply in replies)


def _beside(peer: Peer, rounds: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> Beside:
    ours = rounds[0]
    apart = {
        name: max(abs(reply[name] - ours[name]) for reply in theirs)
        for name in theirs[0]
        if name != "seconds" and ours.get(name) is not None and theirs[0][name] is not None
    }
    wrong = [f"{name} {ours[name]:.6g} and {theirs[0][name]:.6g}" for name in peer.same if not apart[name] <= peer.near]
    said = [f"agrees: {', '.join(peer.same)}" if len(peer.same) <= 3 else "agrees"] if peer.same and not wrong else []
    said += [f"DISAGREES: {', '.join(wrong)}"] if wrong else []
    others = [f"{name} by {far:.2g}" for name, far in apart.items() if name not in peer.same]
    runs = f"in {len(theirs)} run{'' if len(theirs) == 1 else 's'}"
    said += [f"apart, at most {runs}: {', '.join(others)}"] if others else []
    ratio = median(their["seconds"] / our["seconds"] for our, their in zip(rounds, theirs, strict=True))
    return Beside(peer=peer, seconds=_middle(theirs), ratio=float(ratio), agreement="; ".join(said), agrees=not wrong)
