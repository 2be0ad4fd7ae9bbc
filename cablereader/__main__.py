"""``python -m cablereader``."""

from __future__ import annotations

import sys

from cablereader.cli import main

if __name__ == "__main__":
    sys.exit(main())
