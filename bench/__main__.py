"""All benchmarks, one after the other: `python -m bench`."""

from __future__ import annotations

import sys

from bench import decode

sys.exit(decode.main())
