"""Patterns of captions (format.md section 3.3; 5 FAH-2 H-250)."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from cablereader.parse.grammar.pattern import pattern

Match: TypeAlias = re.Match[str]

# Captions that may stand at the start of a line of the caption zone, one after another.
#   09MEXICO3195 "NOFORN", "SIPDIS"       "SIPDIS, NOFORN"        "SENSITIVE SIPDIS"
#   08STATE103511 "C O R R E C T E D C O PY (TEXT)"
#   09BERLIN1148 '"PERISHABLE INFORMATION -- DO NOT SERVICE"'
#   09BISHKEK1021 "SENSITIVE BUT UNCLASSIFIED.  NOT FOR INTERNET DISTRIBUTION"
NAMES: Final = r"""
    (?P<sipdis> SIPDIS | SI[ ]PDIS | SIPDS )
  | (?P<noforn> NOFORN | NO[ ]FORN )
  | (?P<sbu> SENSITIVE[ ]BUT[ ]UNCLASSIFIED )
  | (?P<sensitive> SENSITIVE )
  | (?P<corrected> C[ ]?O[ ]?R[ ]?R[ ]?E[ ]?C[ ]?T[ ]?E[ ]?D[ ]{1,2}C[ ]?O[ ]?P[ ]?Y
      (?: [ ]?\([^()\n]{0,60}\) )? )
  | (?P<internet> (?: PLEASE[ ] )? NOT[ ]FOR[ ]INTERNET(?:[ ]DISTRIBUTION)? )
  | (?P<perishable> PERISHABLE[ ]INFORMATION )
  | (?P<service> DO[ ]NOT[ ]SERVICE )
  | (?P<office> FOR[ ]OFFICIAL[ ]USE[ ]ONLY | FOUO )
  | (?P<encrypted> E[ ]?F[ ]?T[ ]?O )
  | (?P<release> RELEASABLE[ ]TO[ ][A-Z ,]{2,40} | REL[ ]TO[ ][A-Z ,]{2,40} )
  | (?P<other> NODIS | EXDIS | LIMDIS | STADIS | NOCONTRACT | ORCON | PROPIN | TERREP
      | ALDAC | AIDAC | FODAG | CHEROKEE | EYES[ ]ONLY | ROGER[ ]CHANNEL | FGI
      | DISSENT[ ]CHANNEL | DS[ ]CHANNEL | MED[ ]CHANNEL | GRIEVANCE[ ]CHANNEL
      | VISAS[ ](?:VIPER|DONKEY|MANTIS|BEAR) | BLUE[ ]LANTERN | INFORM[ ]CONSULS
      | OFFICIAL[ ]INFORMAL | SUSPECTED[ ]DUPLICATE | MINIMIZE[ ]CONSIDERED
      | SPECAT(?:[ ]EXCLUSIVE)? | NOTAL )
"""
CAPTION: Final = pattern(
    rf"""["'(*/ -]{{0,4}} (?: {NAMES} ) (?! [A-Za-z] ) [ ,;:/."')*-]{{0,4}}""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# At the end of a line of addresses: 07MOSCOW5399 (a top on one line), "… SIPDIS"
LAST_CAPTION: Final = pattern(
    r"(?<![A-Za-z])(?:(?P<sipdis>SIPDIS)|(?P<noforn>NOFORN)|(?P<sensitive>SENSITIVE))"
    r"[ .,]{0,2}\Z"
)
CANONICAL: Final = {
    "sipdis": "SIPDIS",
    "noforn": "NOFORN",
    "sbu": "SENSITIVE BUT UNCLASSIFIED",
    "corrected": "CORRECTED COPY",
    "internet": "NOT FOR INTERNET DISTRIBUTION",
    "office": "FOUO",
    "encrypted": "EFTO",
}
