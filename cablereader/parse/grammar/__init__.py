"""The grammar of cables: every pattern, with real witnesses and its source.

No other module below ``cablereader.parse`` may import ``re``. Patterns are linear: no
nested quantifiers, no two adjacent unbounded repeats of overlapping classes.
"""
