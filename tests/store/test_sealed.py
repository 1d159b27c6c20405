from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import BadInput, CannotSave, Conflict, Damaged, NewerFormat, NotReady, UnknownOption, WrongPassphrase
from workbench.store import atomic, envelope, pupils, sealed
from workbench.store.folder import EnquiryStore
from workbench.store.sealed import ClassList, Pupil

ID = "0" * 31 + "a"
PASSPHRASE = "kettle violet tram"
LIGHT = 14  # the least work allowed, so that the tests are quick


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "class-lists"


@pytest.fixture
def made(home: Path) -> tuple[ClassList, str]:
    names, code = ClassList.create(ID, PASSPHRASE, home=home, work=LIGHT)
    names.add("Bennett", "Zoe", upn="H801200001001", tutor_group="7B")
    names.add("Bennett", "Zoe", upn="H801200001002")
    names.save()
    return names, code


def file_of(home: Path) -> Path:
    return home / f"{ID}.sealed"


def test_the_passphrase_opens_the_list(made: tuple[ClassList, str], home: Path) -> None:
    again = ClassList.open(ID, f"  {PASSPHRASE} ", home=home)
    assert again.pupils == made[0].pupils
    assert again.pupils[0].surname == "Bennett"
    assert ClassList.exists(ID, home)


def test_the_recovery_code_opens_the_list_however_it_is_typed_and_gives_it_a_new_passphrase(
    made: tuple[ClassList, str], home: Path
) -> None:
    code = made[1]
    assert len(code) == 29
    again = ClassList.open_with_recovery_code(ID, code.lower().replace("-", " "), home=home)
    again.set_passphrase("a new one for spring", work=LIGHT)
    assert ClassList.open(ID, "a new one for spring", home=home).pupils == made[0].pupils
    assert ClassList.open_with_recovery_code(ID, code, home=home).pupils == made[0].pupils
    with pytest.raises(WrongPassphrase):
        ClassList.open(ID, PASSPHRASE, home=home)


def test_a_new_recovery_code_puts_the_old_one_out_of_use(made: tuple[ClassList, str], home: Path) -> None:
    fresh = made[0].new_recovery_code(work=LIGHT)
    assert ClassList.open_with_recovery_code(ID, fresh, home=home).pupils == made[0].pupils
    with pytest.raises(WrongPassphrase, match="This recovery code does not open"):
        ClassList.open_with_recovery_code(ID, made[1], home=home)


def test_a_wrong_passphrase_says_so_and_nothing_else(made: tuple[ClassList, str], home: Path) -> None:
    before = file_of(home).read_bytes()
    for wrong in ("kettle violet trams", "", "x" * 5000, "kettle \ud83d"):
        with pytest.raises(WrongPassphrase) as caught:
            ClassList.open(ID, wrong, home=home)
        assert str(caught.value) == "This passphrase does not open the class list. Try again, or use the recovery code."
        assert caught.value.__cause__ is None
    assert file_of(home).read_bytes() == before


def test_nothing_readable_is_in_the_sealed_file(made: tuple[ClassList, str], home: Path) -> None:
    everything = b"".join(path.read_bytes() for path in home.iterdir())
    decoded = b"".join(base64.b64decode(line) for line in everything.split(b"\n")[1:2])
    for secret in (b"Bennett", b"Zoe", b"H8012", PASSPHRASE.encode(), made[1].encode(), made[0].pupils[0].code.encode()):
        assert secret not in everything + decoded


def test_neither_the_list_nor_a_pupil_shows_a_name_when_printed(made: tuple[ClassList, str]) -> None:
    names = made[0]
    pupil = names.pupils[0]
    shown = f"{names} {names!r} {pupil} {pupil!r} {[pupil]} {names.pupils} { ({'x': pupil}) }"
    assert "Bennett" not in shown
    assert "Zoe" not in shown
    assert repr(pupil) == f"Pupil({pupil.code})"


def test_the_file_is_for_this_user_only(made: tuple[ClassList, str], home: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps rights in another way")
    assert file_of(home).stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700


def test_codes_are_drawn_at_random_and_say_nothing_of_the_name(home: Path) -> None:
    lists = [ClassList.create(f"{number:032x}", PASSPHRASE, home=home, work=LIGHT)[0] for number in range(2)]
    codes = [names.add("Bennett", "Zoe", upn="H1").code for names in lists for _ in range(40)]
    assert len(set(codes)) == 80
    assert all(len(code) == 5 and code[0].isalpha() and code[1].isdigit() for code in codes)


def test_a_code_is_never_given_twice_even_after_its_pupil_left(made: tuple[ClassList, str], home: Path) -> None:
    gone = made[0].pupils[0].code
    made[0].remove(gone)
    made[0].save()
    again = ClassList.open(ID, PASSPHRASE, home=home)
    draws = iter([gone, made[0].pupils[0].code, "Z9Z9Z"])
    assert again.add("Novak", "Tomas", draw=lambda: next(draws)).code == "Z9Z9Z"


def test_pupils_stand_in_the_order_of_their_codes(made: tuple[ClassList, str]) -> None:
    codes = [pupil.code for pupil in made[0].pupils]
    assert codes == sorted(codes)


def test_a_pupil_can_be_mended_and_keeps_her_code(made: tuple[ClassList, str], home: Path) -> None:
    code = made[0].pupils[0].code
    assert made[0].replace(code, forename="Zoë", tutor_group="7C").forename == "Zoë"
    made[0].save()
    kept = ClassList.open(ID, PASSPHRASE, home=home).pupil(code)
    assert (kept.forename, kept.tutor_group, kept.surname) == ("Zoë", "7C", "Bennett")
    with pytest.raises(UnknownOption, match="A pupil has no such field"):
        made[0].replace(code, code="K7M4T")
    with pytest.raises(UnknownOption, match="No pupil on the class list has this code"):
        made[0].replace("nobody", note="x")


@pytest.mark.parametrize("name", ["", "  ", "Ben\nnett", "Bennett\ud83d", "Bennett" * 200])
def test_a_name_that_cannot_be_kept_is_refused_without_being_repeated(made: tuple[ClassList, str], name: str) -> None:
    before = made[0].pupils
    with pytest.raises(BadInput) as caught:
        made[0].add(name, "")
    assert "Ben" not in str(caught.value)
    assert made[0].pupils == before


@pytest.mark.parametrize("short", ["", "secret", "123456789", "aaaaaaaaaaaaaaaa", "abababababab", "   short   "])
def test_a_passphrase_that_is_easily_guessed_is_refused_without_being_repeated(home: Path, short: str) -> None:
    with pytest.raises(BadInput, match="Choose a longer passphrase: three or four words") as caught:
        ClassList.create(ID, short, home=home)
    assert not short.strip() or short.strip() not in str(caught.value)
    assert not home.exists()


def test_the_same_passphrase_typed_on_another_kind_of_computer_opens_the_list(home: Path) -> None:
    ClassList.create(ID, "Caf\u00e9 au lait, s'il", home=home, work=LIGHT)
    assert ClassList.open(ID, "Cafe\u0301 au lait, s'il", home=home).pupils == ()


def test_a_list_moves_to_a_new_computer_sealed(made: tuple[ClassList, str], tmp_path: Path, home: Path) -> None:
    stick = made[0].export(tmp_path / "stick.sealed")
    assert stick.read_bytes() == file_of(home).read_bytes()
    new = tmp_path / "new computer"
    assert ClassList.import_(stick, home=new) == ID
    assert ClassList.import_(stick, home=new) == ID, "once more changes nothing"
    assert ClassList.open(ID, PASSPHRASE, home=new).pupils == made[0].pupils
    with pytest.raises(BadInput, match="a file of this name is already there"):
        made[0].export(stick)


def test_an_imported_list_does_not_overwrite_another(made: tuple[ClassList, str], tmp_path: Path, home: Path) -> None:
    stick = made[0].export(tmp_path)
    made[0].add("Novak", "Tomas")
    made[0].save()
    before = file_of(home).read_bytes()
    with pytest.raises(Conflict, match="already has another class list"):
        ClassList.import_(stick, home=home)
    assert file_of(home).read_bytes() == before


def test_the_list_never_lives_or_goes_inside_an_enquiry_folder(store: EnquiryStore, made: tuple[ClassList, str], folder: Path) -> None:
    for inside in (folder, folder / "private" / "lists"):
        with pytest.raises(BadInput, match="Choose a place outside the enquiry folder"):
            ClassList.create(ID, PASSPHRASE, home=inside)
        with pytest.raises(BadInput, match="Choose a place outside the enquiry folder"):
            made[0].export(inside / "list.sealed")
    link = folder.parent / "link"
    try:
        link.symlink_to(folder, target_is_directory=True)
    except OSError:
        return  # no right to make links on this computer: nothing to be fooled by
    with pytest.raises(BadInput, match="Choose a place outside"):
        ClassList.exists(ID, link)


def test_two_windows_do_not_overwrite_each_others_pupils(made: tuple[ClassList, str], home: Path) -> None:
    other = ClassList.open(ID, PASSPHRASE, home=home)
    other.add("Novak", "Tomas")
    other.save()
    made[0].add("Okafor", "Ada")
    with pytest.raises(Conflict, match="Open the class list again"):
        made[0].save()
    assert ClassList.open(ID, PASSPHRASE, home=home).pupils == other.pupils
    with pytest.raises(Conflict, match="already has"):
        ClassList.create(ID, PASSPHRASE, home=home)


def test_destroying_says_what_it_did_and_what_it_cannot_promise(made: tuple[ClassList, str], home: Path) -> None:
    done = ClassList.destroy(ID, home=home)
    assert done.was_there
    assert "deleted from this computer" in done.done
    assert "Copies that were exported, backups, and traces on the disk may remain." in done.not_promised
    assert not ClassList.exists(ID, home)
    assert not ClassList.destroy(ID, home=home).was_there
    with pytest.raises(NotReady, match="There is no class list here"):
        ClassList.open(ID, PASSPHRASE, home=home)


def test_destroying_takes_what_a_save_that_was_cut_short_left_behind_too(made: tuple[ClassList, str], home: Path) -> None:
    (home / f".{ID}.sealed.0badf00d.tmp").write_bytes(file_of(home).read_bytes())
    ClassList.destroy(ID, home=home)
    assert [path.name for path in home.iterdir() if path.suffix != ".lock"] == []


def resealed(data: bytes, change: dict[str, object]) -> bytes:
    """Change the header and mend the checksum, as one would who knows the format."""
    header, body, *_ = data.split(b"\n")
    header = json.dumps({**json.loads(header), **change}).encode()
    return b"\n".join((header, body, hashlib.sha256(header + b"\n" + body).hexdigest().encode(), b""))


def test_a_header_changed_by_hand_is_noticed_though_its_checksum_was_mended(made: tuple[ClassList, str], home: Path) -> None:
    file_of(home).write_bytes(resealed(file_of(home).read_bytes(), {"note": "harmless"}))
    with pytest.raises(Damaged, match="changed by something other than the workbench"):
        ClassList.open(ID, PASSPHRASE, home=home)


def test_contents_of_an_older_file_cannot_be_put_under_a_newer_header(made: tuple[ClassList, str], home: Path) -> None:
    old = file_of(home).read_bytes().split(b"\n")
    made[0].set_passphrase("a new one for spring", work=LIGHT)
    new = file_of(home).read_bytes().split(b"\n")
    mixed = b"\n".join((new[0], old[1], hashlib.sha256(new[0] + b"\n" + old[1]).hexdigest().encode(), b""))
    file_of(home).write_bytes(mixed)
    with pytest.raises(Damaged, match="changed by something other"):
        ClassList.open(ID, "a new one for spring", home=home)


def test_a_list_put_in_the_place_of_another_enquirys_is_refused(made: tuple[ClassList, str], home: Path) -> None:
    (home / f"{'b' * 32}.sealed").write_bytes(file_of(home).read_bytes())
    with pytest.raises(Damaged, match="belongs to another enquiry"):
        ClassList.open("b" * 32, PASSPHRASE, home=home)
    file_of(home).write_bytes(resealed(file_of(home).read_bytes(), {"enquiry": "b" * 32}))
    (home / f"{'b' * 32}.sealed").write_bytes(file_of(home).read_bytes())
    with pytest.raises(WrongPassphrase):
        ClassList.open("b" * 32, PASSPHRASE, home=home)


def test_a_newer_format_is_refused_without_a_change(made: tuple[ClassList, str], home: Path) -> None:
    file_of(home).write_bytes(resealed(file_of(home).read_bytes(), {"format": 2}))
    before = file_of(home).read_bytes()
    with pytest.raises(NewerFormat, match=r"Install the newer workbench to open this class list\. Seen: format 2\."):
        ClassList.open(ID, PASSPHRASE, home=home)
    assert file_of(home).read_bytes() == before


def test_a_header_that_asks_for_endless_work_is_refused_at_once(made: tuple[ClassList, str], home: Path) -> None:
    header = json.loads(file_of(home).read_bytes().split(b"\n")[0])
    for work in (60, 1, True, "16"):
        slot = {**header["passphrase"], "scrypt_log2_n": work}
        file_of(home).write_bytes(resealed(file_of(home).read_bytes(), {"passphrase": slot}))
        with pytest.raises(Damaged, match="header of the sealed class list"):
            ClassList.open(ID, PASSPHRASE, home=home)


def test_every_flipped_byte_and_every_cut_is_noticed_before_the_passphrase_is_tried(
    made: tuple[ClassList, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = file_of(home).read_bytes()

    def never(*_: object) -> bytes:
        raise AssertionError("the passphrase was tried on a damaged file")

    monkeypatch.setattr(envelope, "data_key", never)
    broken = [data[:cut] for cut in range(0, len(data), 7)] + [data + b"x", data[1:], b"", b"\xff" * 50]
    broken += [bytes((*data[:at], data[at] ^ 1, *data[at + 1 :])) for at in range(0, len(data), 3)]
    for case in broken:
        file_of(home).write_bytes(case)
        with pytest.raises((Damaged, NewerFormat)):
            ClassList.open(ID, PASSPHRASE, home=home)


@pytest.mark.parametrize("thing", ["a mark book", "{}", '{"kind": "other"}'])
def test_a_file_that_is_no_class_list_is_not_imported(tmp_path: Path, home: Path, thing: str) -> None:
    (tmp_path / "thing").write_text(thing)
    with pytest.raises(Damaged, match="This is not a"):
        ClassList.import_(tmp_path / "thing", home=home)
    with pytest.raises(NotReady):
        ClassList.import_(tmp_path / "missing", home=home)
    assert not home.exists()


def test_a_passphrase_that_could_not_be_saved_leaves_the_old_one(
    made: tuple[ClassList, str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "write_whole", full)
        with pytest.raises(CannotSave, match="Make some room on this disk"):
            made[0].set_passphrase("a new one for spring", work=LIGHT)
    made[0].save()
    assert ClassList.open(ID, PASSPHRASE, home=home).pupils == made[0].pupils


def test_an_id_that_is_none_names_no_file(home: Path) -> None:
    with pytest.raises(BadInput, match="not the id of an enquiry"):
        ClassList.open("../../etc/passwd", PASSPHRASE, home=home)


names = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@settings(max_examples=60)
@given(st.lists(st.tuples(names.filter(str.strip), names, names, names, names), max_size=8))
def test_seal_then_open_is_identity(rows: list[tuple[str, str, str, str, str]]) -> None:
    key = bytes(32)
    slot = envelope.Slot(work=14, salt=bytes(16), nonce=bytes(12), wrapped=bytes(48))
    cover = envelope.Envelope(enquiry_id=ID, passphrase=slot, recovery=slot)
    kept = tuple(
        pupils.checked(Pupil(code=sealed.random_code(), surname=row[0], forename=row[1], upn=row[2], tutor_group=row[3], note=row[4]))
        for row in rows
    )
    data = envelope.seal(cover, key, pupils.encode(kept, frozenset({"K7M4T"})))
    assert envelope.look(data, where="x") == cover
    assert pupils.decode(envelope.unseal(data, key, where="x"), where="x") == (kept, frozenset({"K7M4T"}))
