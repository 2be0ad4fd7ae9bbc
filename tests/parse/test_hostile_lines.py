"""Lines that were made to be slow: the parser takes them in proportion to their length.

A pattern that tries all ways to divide a line needs hours for one of these; the process
that reads them is killed by the system long before.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest
from documents import HEADER

import cablereader

LENGTH = 40_000
"""Characters of a line."""
SECONDS = 12
"""Of processor time, for all lines at a place; they take two."""
UNITS = (
    *("-", " ", "\t", "A", "a", "1", ".", ",", "(", ")", "/", ":", '"', "_", "*", "="),
    *("<", "<a ", "<!--", "</", "&#9", "&#99999999;", "&a", "<a a=a ", "<![CDATA["),
    *("A ", "1 ", "- ", "A1", "1A", "1.", "1. ", "(C) ", "(S//NF) ", "A. ", "A.A"),
    *("REF: ", "REF: A. ", "09OSLO1 ", "09 OSLO 1, ", "SUBJECT:", "TAGS: A,", "\u00b6"),
    *("SECTION 01 OF 02 ", "R 141604Z ", "RUEHC ", "RR RUEHWEB ", "E.O. 12958: "),
    *("CLASSIFIED BY: ", "REASON 1.4 (B) ", "A, A", "A: ", "Mr. ", "X" * 12 + " "),
)
TOP = "C O N F I D E N T I A L OSLO 009001"
PLACES = {
    "line": "{0}",
    "header": f"{HEADER}\n{{0}}\n",
    "top": f"{HEADER}\n{{0}}\nSUBJECT: GOATS\n\n1. (C) Goats.\n",
    "subject": f"{HEADER}\n{TOP}\n\nSUBJECT: {{0}}\n\n1. A",
    "body": f"{HEADER}\n{TOP}\n\nSUBJECT: A\n\n1. {{0}}\n",
    "page": "<html><table class='cable'><code><pre>{0}</pre></code></table></html>",
}


@pytest.mark.parametrize(
    "place",
    ["line", *(pytest.param(p, marks=pytest.mark.slow) for p in [*PLACES][1:])],
)
def test_a_hostile_line_costs_what_its_length_costs(place: str) -> None:
    command = [sys.executable, __file__, place]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    last = done.stdout.decode()[-80:]
    assert done.returncode == 0, f"the last one was {last}; {done.stderr.decode()}"


def main(place: str) -> None:
    """Read every hostile line at a place; names each, so that the last is known."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for unit in UNITS:
        line = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
        for text in (line, f"{line}!", f"{line}\n" * 3):
            sys.stdout.write(f"{unit!r} ")
            sys.stdout.flush()
            cablereader.parse(PLACES[place].format(text))


if __name__ == "__main__":
    main(sys.argv[1])
