"""The HDF5 files of photometric series, in the format of ``pandas.HDFStore``, without what pickle makes dangerous.

pandas keeps column names and metadata as Python pickles inside the file. What is read here comes from strangers: it
is loaded by an unpickler that knows no names, so that a file can say texts, numbers, lists and dicts and nothing else.
Links and storage outside of the file are refused, since they would read other files of the server.
"""

from __future__ import annotations

import io
import math
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

from app.errors import BadInput, TooLarge

MAX_BYTES = 64_000_000
MAX_CELLS = 20_000_000
"""Numbers in one series, before it is read: a small file can promise terabytes."""
MAX_OBJECTS = 1_000
_KEY = "series"
Column = NDArray[Any]
"""float64, or an object array of texts."""


@dataclass(frozen=True)
class Table:
    """Columns of one length by name, and what the file says of itself."""

    columns: dict[str, Column]
    metadata: dict[str, Any] = field(default_factory=dict)

    def numbers(self, name: str) -> NDArray[np.float64] | None:
        """Return a numeric column, or None."""
        found = self.columns.get(name)
        return None if found is None or found.dtype == object else found

    def as_lists(self) -> dict[str, list[Any]]:
        """Return the columns as JSON has them: null for what is not finite."""
        return {name: _plain(column) for name, column in self.columns.items()}


def _plain(column: Column) -> list[Any]:
    if column.dtype == object:
        return list(column)
    return [v if math.isfinite(v) else None for v in column.tolist()]


class _Plain(pickle._Unpickler):
    """Loads texts, numbers, lists, tuples and dicts; a name of anything is refused.

    The unpickler in C can be made to take all memory by one number in its memo; this one cannot.
    """

    def find_class(self, module: str, name: str) -> Any:
        """Refuse."""
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a file of data")


def from_lists(data: Mapping[str, Any]) -> Table:
    """Return the table of a JSON object of lists; raise :class:`BadInput` that names the column and row at fault."""
    if not data:
        raise BadInput("The data have no columns.", field="data")
    columns = {}
    lengths = {name: len(values) if isinstance(values, list) else -1 for name, values in data.items()}
    length = next(iter(lengths.values()))
    if len(lengths) * max(length, 0) > MAX_CELLS:
        raise TooLarge(f"A series has at most {MAX_CELLS} numbers.", field="data")
    for name, values in data.items():
        if not name or "\0" in name or len(name) > 100:
            raise BadInput("A column needs a name of at most 100 characters.", field="data")
        if not isinstance(values, list) or len(values) != length:
            raise BadInput("Every column must be a list, and all of one length.", field=f"data.{name}")
        columns[name] = _from_list(name, values)
    return Table(columns)


def _from_list(name: str, values: list[Any]) -> Column:
    if any(isinstance(v, str) for v in values):
        for row, value in enumerate(values):
            if not isinstance(value, str | None) or "\0" in (value or ""):
                raise BadInput(f"Row {row} of {name} is no text, as others are.", field=f"data.{name}", row=row)
        return np.array([v or "" for v in values], dtype=object)
    for row, value in enumerate(values):
        if value is not None and (not isinstance(value, int | float) or not math.isfinite(value)):
            raise BadInput(f"Row {row} of {name} is no finite number.", field=f"data.{name}", row=row)
    return np.array([math.nan if v is None else float(v) for v in values], dtype=np.float64)


def read(content: bytes) -> Table:
    """Return the table in a file that ``pandas.HDFStore`` wrote; raise :class:`BadInput` for anything else."""
    if len(content) > MAX_BYTES:
        raise TooLarge(f"The file is larger than {MAX_BYTES // 1_000_000} MB.", field="data")
    try:
        with h5py.File(io.BytesIO(content), "r") as file:
            group = _frame(file)
            kind = _text(group.attrs["pandas_type"])
            columns = _table_columns(group) if kind == "frame_table" else _fixed_columns(group)
            found = group.attrs.get("metadata")
            metadata = _load(found) if found is not None else {}
    except (OSError, KeyError, ValueError, TypeError, AttributeError, IndexError, RuntimeError) as error:
        raise BadInput(
            "This is no HDF5 file of one pandas.DataFrame (pandas.HDFStore.put with format='table').", field="data"
        ) from error
    if not isinstance(metadata, dict):
        raise BadInput("The file's metadata must be a dict.", field="data")
    if not columns or len({len(c) for c in columns.values()}) != 1:
        raise BadInput("The file's columns are not all of one length.", field="data")
    return Table(columns, {str(k): v for k, v in metadata.items()})


def _frame(file: h5py.File) -> h5py.Group:
    """The one group that is a DataFrame; every link on the way must be a plain one."""
    found: list[h5py.Group] = []
    queue: list[h5py.Group] = [file]
    seen = 0
    while queue:
        group = queue.pop()
        for name in group:
            seen += 1
            if seen > MAX_OBJECTS:
                raise BadInput("The file has too many parts.", field="data")
            if not isinstance(group.get(name, getlink=True), h5py.HardLink):
                raise BadInput("A link has no place in a file of data.", field="data")
            child = group[name]
            if isinstance(child, h5py.Group):
                (found if "pandas_type" in child.attrs else queue).append(child)
    if len(found) != 1:
        raise BadInput(f"Expected one table in the file, and there are {len(found)}.", field="data")
    return found[0]


def _dataset(group: h5py.Group, name: str) -> NDArray[Any]:
    if not isinstance(group.get(name, getlink=True), h5py.HardLink):
        raise BadInput("A link has no place in a file of data.", field="data")
    found = group[name]
    if not isinstance(found, h5py.Dataset) or found.external or found.is_virtual:
        raise BadInput("Data outside of the file cannot be read.", field="data")
    width = found.dtype.itemsize * math.prod(found.shape)
    if width > 8 * MAX_CELLS:
        raise TooLarge(f"A series has at most {MAX_CELLS} numbers.", field="data")
    if found.dtype.hasobject:
        raise BadInput("Texts in pandas' fixed format are pickled; write with format='table'.", field="data")
    return np.asarray(found[()])


def _table_columns(group: h5py.Group) -> dict[str, Column]:
    rows = _dataset(group, "table")
    attributes = group["table"].attrs
    columns: dict[str, Column] = {}
    for name in _load(group.attrs["values_cols"]):
        block = rows[str(name)].reshape(len(rows), -1)
        names = _load(attributes[f"{name}_kind"])
        for number, column in enumerate(names if isinstance(names, list) else [names]):
            columns[_name(column)] = _column(block[:, number])
    order = _load(group.attrs["non_index_axes"])[0][1]
    return {_name(n): columns[_name(n)] for n in order}


def _fixed_columns(group: h5py.Group) -> dict[str, Column]:
    columns: dict[str, Column] = {}
    for number in range(min(int(group.attrs["nblocks"]), 100)):
        values = _dataset(group, f"block{number}_values")
        for place, name in enumerate(_dataset(group, f"block{number}_items").tolist()):
            columns[_name(name)] = _column(values[:, place])
    order = [_name(n) for n in _dataset(group, "axis0").tolist()]
    return {n: columns[n] for n in order}


def _name(value: Any) -> str:
    name = value.decode() if isinstance(value, bytes) else str(value)
    if not name or "\0" in name or len(name) > 100:
        raise BadInput("A column needs a name of at most 100 characters.", field="data")
    return name


def _column(values: NDArray[Any]) -> Column:
    if values.dtype.kind == "S":
        return np.array([v.decode("utf-8", "replace") for v in values.tolist()], dtype=object)
    if values.dtype.kind not in "fiub":
        raise BadInput("A column must have numbers or texts.", field="data")
    return values.astype(np.float64)


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _load(value: Any) -> Any:
    raw = bytes(value) if isinstance(value, bytes | np.void) else str(value).encode()
    try:
        return _Plain(io.BytesIO(raw)).load()
    except (pickle.UnpicklingError, EOFError, KeyError, RecursionError, AttributeError) as error:
        raise BadInput(
            "The file's metadata has something other than plain texts, numbers, lists and dicts.", field="data"
        ) from error


def write(table: Table) -> bytes:
    """Return the file of a table, which ``pandas.HDFStore`` reads; the same table makes the same bytes."""
    numeric = [n for n, c in table.columns.items() if c.dtype != object]
    texts = [n for n, c in table.columns.items() if c.dtype == object]
    blocks: list[tuple[list[str], NDArray[Any]]] = []
    if numeric:
        blocks.append((numeric, np.stack([table.columns[n] for n in numeric], axis=1)))
    if texts:
        blocks.append((texts, np.stack([_encoded(table.columns[n]) for n in texts], axis=1)))
    target = io.BytesIO()
    with h5py.File(target, "w", libver="earliest") as file:
        _say(file, CLASS="GROUP", PYTABLES_FORMAT_VERSION="2.1", VERSION="1.0")
        group = file.create_group(_KEY)
        _say_frame(group, list(table.columns), table.metadata, len(blocks))
        _write_rows(group, blocks)
    return target.getvalue()


def _encoded(column: Column) -> NDArray[np.bytes_]:
    values = [str(v).encode() for v in column]
    return np.array(values, dtype=f"S{max([1, *map(len, values)])}")


def _say(place: Any, **attributes: Any) -> None:
    place.attrs["TITLE"] = h5py.Empty("S1")
    for name, value in attributes.items():
        if isinstance(value, str):
            # PyTables takes for a text only what says that it is UTF-8, and unpickles what does not.
            place.attrs.create(name, value.encode(), dtype=h5py.string_dtype("utf-8", len(value.encode())))
        else:
            place.attrs[name] = value


def _pickled(value: Any) -> np.bytes_:
    # Protocol 0 is text, as PyTables keeps it.
    return np.bytes_(pickle.dumps(value, protocol=0))


def _say_frame(group: h5py.Group, names: Sequence[str], metadata: Mapping[str, Any], n_blocks: int) -> None:
    _say(
        group, CLASS="GROUP", VERSION="1.0", encoding="UTF-8", errors="strict", nan_rep="nan", levels=np.int64(1),
        pandas_type="frame_table", pandas_version="0.15.2", table_type="appendable_frame",
    )  # fmt: skip
    cols = [f"values_block_{n}" for n in range(n_blocks)]
    about: dict[Any, Any] = {1: {"names": [None], "type": "Index"}, "index": {}} | {name: {} for name in cols}
    for name, value in (
        ("data_columns", []), ("index_cols", [(0, "index")]), ("values_cols", cols),
        ("non_index_axes", [(1, list(names))]), ("info", about), ("metadata", dict(metadata)),
    ):  # fmt: skip
        _say(group, **{name: _pickled(value)})


def _write_rows(group: h5py.Group, blocks: list[tuple[list[str], NDArray[Any]]]) -> None:
    length = len(blocks[0][1])
    kinds: list[Any] = [("index", "<i8")]
    kinds += [(f"values_block_{n}", block.dtype, (block.shape[1],)) for n, (_, block) in enumerate(blocks)]
    rows = np.zeros(length, dtype=np.dtype(kinds))
    rows["index"] = np.arange(length)
    for number, (_, block) in enumerate(blocks):
        rows[f"values_block_{number}"] = block
    data = group.create_dataset(
        "table", data=rows, chunks=(max(length, 1),), maxshape=(None,), compression="gzip", track_times=False
    )
    _say(data, CLASS="TABLE", VERSION="2.7", NROWS=np.int64(length), index_kind="integer")
    told: dict[str, Any] = {"FIELD_0_NAME": "index"}
    for number, (names, block) in enumerate(blocks):
        name = f"values_block_{number}"
        told[f"FIELD_{number + 1}_NAME"] = name
        told[f"{name}_kind"] = _pickled(names)
        told[f"{name}_meta"] = _pickled(None)
        told[f"{name}_dtype"] = "float64" if block.dtype.kind == "f" else f"bytes{8 * block.dtype.itemsize}"
    _say(data, **told)
