"""What an opened enquiry folder can do with its pupil tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.store import tables
from workbench.store.table_shelf import TableShelf


class FolderTables:
    """The part of ``EnquiryStore`` that reads and writes tables."""

    _tables: TableShelf

    def write_table(
        self,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Mapping[str, str]],
        schema_fields: Sequence[Mapping[str, object]],
        *,
        what: str,
        why: str = "",
        author: str = "",
    ) -> str:
        """Write ``data/NAME.csv`` and its Table Schema, both or neither, and return the hash of the CSV.

        Cells are text. One that a spreadsheet would run as a formula is stored with ``'`` before it
        and read back without. The history keeps hashes of tables, never what is in them.

        Raises:
            Conflict: When another window or program wrote the table since this store last looked at it.
            Damaged: When a program that is not the workbench changed it; see :meth:`accept_table`.
            BadInput: For a name, column or cell that cannot be kept; says the row's number, never its contents.
            CannotSave: When the disk is full or the folder cannot be written; the old table stands.
        """
        return self._tables.write(name, columns, rows, schema_fields, what=what, why=why, author=author)

    def read_table(self, name: str) -> list[dict[str, str]]:
        """Return the rows of a table as text by column, verified against the history.

        Raises:
            UnknownOption: When there is no table of this name.
            Damaged: When it was changed by another program since it was saved; see :meth:`accept_table`.
        """
        return tables.decode(self._tables.contents(name)[0], where=f"data/{name}.csv")[1]

    def table_schema(self, name: str) -> list[dict[str, object]]:
        """Return the fields of a table's schema, verified as :meth:`read_table` does."""
        return tables.decode_schema(self._tables.contents(name)[1], where=f"data/{name}.schema.json")

    def table_as_found(self, name: str) -> list[dict[str, str]]:
        """Return the rows as they are on the disk now, to look at before :meth:`accept_table`."""
        return self._tables.found(name)[1]

    def accept_table(self, name: str, *, what: str, why: str = "", author: str = "") -> str:
        """Take a table that another program changed as it is now, on purpose; return its new hash."""
        return self._tables.accept(name, what=what, why=why, author=author)

    def remove_table(self, name: str, *, what: str, why: str = "", author: str = "") -> None:
        """Delete a table; the history says that it was there and that it was deleted, and nothing of its contents."""
        self._tables.remove(name, what=what, why=why, author=author)

    def table_names(self) -> tuple[str, ...]:
        """Return the names of the tables, in alphabetical order."""
        return self._tables.names()

    def table_sha256(self, name: str) -> str:
        """Return the hash of a table's CSV as it was saved."""
        return self._tables.line(name).sha256
