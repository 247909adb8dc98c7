"""The file of a frozen data set: every table as Parquet and as VOTable, a README with the terms, a manifest; one zip.

The same rows make the same bytes: nothing in it but what was frozen, and the time when it was asked for.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from astropy.io.votable import from_table, writeto
from astropy.io.votable.tree import Info
from astropy.table import MaskedColumn, Table

from app.publications.frozen_rows import FrozenTable

_ARROW = {"int": pa.int64(), "float": pa.float64(), "text": pa.string(), "bool": pa.bool_()}
_EMPTY: dict[str, Any] = {"int": 0, "float": np.nan, "text": "", "bool": False}
_NUMPY: dict[str, Any] = {"int": np.int64, "float": np.float64, "text": np.str_, "bool": np.bool_}
HOW_SUMMED = (
    "sha256_of_rows is the SHA-256 of a table's rows in the order of its file, each as a JSON array of its values in "
    "the order of the columns (UTF-8, no spaces, floats in their shortest form, null for none) and a line feed."
)


def bundle(tables: list[FrozenTable], manifest: dict[str, Any], frozen_at: datetime) -> tuple[bytes, dict[str, Any]]:
    """Return the zip and its manifest, completed with the checksums of files and rows."""
    told = {"skyrelay": json.dumps(manifest, sort_keys=True)}
    files: dict[str, bytes] = {}
    summed = []
    for table in tables:
        files[f"{table.name}.parquet"] = parquet(table, told)
        files[f"{table.name}.vot"] = votable(table, manifest["terms"])
        columns = [{"name": c.name, "type": c.type, "unit": c.unit, "told": c.told} for c in table.columns]
        summed.append({"name": table.name, "n_rows": table.n_rows, "sha256_of_rows": table.sha256, "columns": columns})
    complete = manifest | {
        "tables": summed,
        "how_summed": HOW_SUMMED,
        "files": {name: {"sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()},
    }
    files["manifest.json"] = json.dumps(complete, indent=1, sort_keys=True).encode()
    files["README.txt"] = readme(complete).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, date_time=frozen_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue(), complete


def parquet(table: FrozenTable, told: Mapping[str, str]) -> bytes:
    """Return a table as Parquet, the terms among its metadata."""
    fields = [
        pa.field(c.name, _ARROW[c.type], metadata={"description": c.told} | ({"unit": c.unit} if c.unit else {}))
        for c in table.columns
    ]
    made = pa.table([pa.array(table.values[f.name], f.type) for f in fields], pa.schema(fields, metadata=dict(told)))
    out = io.BytesIO()
    pq.write_table(made, out)
    return out.getvalue()


def votable(table: FrozenTable, terms: list[str]) -> bytes:
    """Return a table as VOTable (BINARY2), the terms as INFO elements."""
    made = Table()
    for column in table.columns:
        values = table.values[column.name]
        filled = [_EMPTY[column.type] if v is None else v for v in values]
        array = np.array(filled, dtype=_NUMPY[column.type])
        if column.type == "text" and not values:
            array = np.array([], dtype="U1")
        mask = [v is None for v in values]
        masked = column.type == "int" and any(mask)
        made[column.name] = MaskedColumn(array, mask=mask) if masked else array
        made[column.name].description = column.told
        if column.unit:
            made[column.name].unit = column.unit
    document = from_table(made, table_id=table.name)
    for number, sentence in enumerate(terms, 1):
        document.resources[0].infos.append(Info(name=f"terms_{number}", value=sentence))
    out = io.BytesIO()
    writeto(document, out, tabledata_format="binary2")
    return out.getvalue()


def readme(manifest: Mapping[str, Any]) -> str:
    """Return what a person should know before using the files."""
    lines = [
        manifest["title"],
        f"Data set {manifest['name']!r} of publication {manifest['publication_id']}, frozen {manifest['frozen_at']} in "
        f"stage {manifest['stage']!r} by {manifest['made_by']} for {manifest['group']}. It is not changed any more.",
        "",
        "Terms of use",
        *(f"- {sentence}" for sentence in manifest["terms"] or ["No sharing policy says anything about these rows."]),
        "",
        "Tables (each as .parquet and .vot)",
        *(f"- {t['name']}: {t['n_rows']} rows, {t['sha256_of_rows']}" for t in manifest["tables"]),
        "",
        manifest["how_summed"],
        "",
        "Whose data",
        *(f"- {h['group']}: {h['n_rows']} rows" for h in manifest["holders"]),
    ]
    if manifest["left_out"]:
        lines += ["", "Left out, for want of a permission"]
        lines += [f"- {one['group']}, {one['policy']}: {one['n_rows']} rows" for one in manifest["left_out"]]
    return "\n".join([*lines, ""])
