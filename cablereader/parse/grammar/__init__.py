"""The grammar of cables: every pattern, with real witnesses and its source.

No other module below ``cablereader.parse`` may import ``re``. Patterns are linear: no
nested quantifiers, no two adjacent unbounded repeats of overlapping classes.

Long ones that ignore the case know the case of ASCII letters only: no others are in the
words they look for, and they are compiled in two thirds of the time.
"""
