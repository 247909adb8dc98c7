"""All benchmarks, one after the other: `python -m bench`."""

from __future__ import annotations

from bench import decode

decode.main()
