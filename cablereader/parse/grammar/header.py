"""Lines of a header: ACP-127 as the State Department used it (format.md §2).

Every pattern is meant for one stripped line; ``read_header`` knows the order of lines.
"""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

LINE: Final = pattern(r"[^\n]+")

# 09MEXICO3195  "VZCZCXRO3884"    relayed; XYZ in place of XRO: not relayed
# 05PARIS1699   "VZCZCADI319"     three letters, I or O, three digits
TRANSMISSION_ID: Final = pattern(r"VZCZC[A-Z]{3,4}[0-9]{3,4}$")
# 09MEXICO3195  "RR RUEHCD RUEHGD RUEHHO RUEHMC RUEHNG RUEHNL RUEHRD RUEHRS RUEHTM"
ROUTE: Final = pattern(
    r"(?P<precedence>[ZOPR])(?P=precedence)(?P<relay>(?:[ \t]{1,4}[A-Z]{4,7}){1,40})$"
)
# 08PARIS1698   "RUEHRN RUEHROV RUEHSR RUEHTRO"     a line holds nine at most
MORE_ROUTE: Final = pattern(r"(?P<relay>R[A-Z]{3,6}(?:[ \t]{1,4}R[A-Z]{3,6}){0,40})$")

# 09MEXICO3195  "DE RUEHME #3195/01 3140013"
# 08KUWAIT560   "DE RUEHKU #0560 1391107"           one part only
STATION: Final = pattern(
    r"DE[ \t]{1,4}(?P<station>R[A-Z]{3,6})"
    r"(?:[ \t]{0,4}\#?[ \t]?(?P<serial>[0-9]{1,6}(?:[ ]?/[ ]?[0-9]{1,2})?)"
    r"(?:[ \t]{1,4}(?P<filed>[0-9]{7}))?)?(?![0-9A-Z])"
)

# 09MEXICO3195  "ZNY SSSSS ZZH"; the last group may be glued: "ZNR UUUUUZZH"
SECURITY: Final = pattern(r"ZN[RY][ \t]{1,4}[A-Z]{5}(?:Z?ZH)?(?![A-Z])")

# 09MEXICO3195  "R 100013Z NOV 09"
# 08RPODUBAI56  "O P 261148Z NOV 08"                one for action, one for information
# 09LIMA1675    "R 011927Z DEC 09 ZFF6"             service signals behind it
# 66BUENOSAIRES2481 "P R 281848Z DEC 66"
# in a partial header also "061428Z Jun 03"         no precedence, small letters
DATE_TIME: Final = pattern(
    r"(?:(?P<action>[ZOPR])(?P=action)?[ \t]{1,4}(?:(?P<info>[ZOPR])[ \t]{1,4})?)?"
    r"(?P<day>[0-9]{2})[ ]?(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})[ ]?Z[ \t]{0,4}"
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}[ \t]{0,4}"
    r"(?P<year>(?:19|20)?[0-9]{2})(?![0-9])",
    re.IGNORECASE | re.ASCII,
)

# 09MEXICO3195  "FM AMEMBASSY MEXICO"
FROM: Final = pattern(r"FM[ \t]{1,8}(?P<name>[A-Z].*)")
# 09MEXICO3195  "TO RUEHC/SECSTATE WASHDC 8962"
TO: Final = pattern(r"TO(?:[ \t]{1,8}(?P<name>\S.*))?$")
# 10MEXICO640   "INFO ALL US CONSULATES IN MEXICO COLLECTIVE"
INFO: Final = pattern(r"INFO(?:[ \t]{1,8}(?P<name>\S.*))?$")
# 09STATE63860  "XMT AMCONSUL JOHANNESBURG"
EXEMPT: Final = pattern(r"XMT[ \t]{1,8}(?P<name>\S.*)")

PARTIAL_NOTE: Final = pattern(
    r"This record is a partial extract of the original", re.IGNORECASE
)

# 90CAPETOWN97  "INFO  LOG-00   ADS-00   INR-05   EUR-00   SS-00    CIAE-00  DODE-00"
#               "P-02     T-01     /037 W"          the table's end
#               "ACTION AF-00"
# 09STATE63860  "(TEDE) /000R"
OFFICES: Final = pattern(
    r"(?:INFO|ACTION)[ \t]{1,12}[A-Z]{1,6}-[0-9]{2}\b"
    r"|[A-Z]{1,6}-[0-9]{2}(?:[ \t]{1,12}[A-Z]{1,6}-[0-9]{2}\b|[ \t]{1,12}/[0-9]{3}\b)"
    r"|\([A-Z]{1,6}\)[ ]/[0-9]{3}[ ]?[A-Z]{0,2}$"
)
# 90CAPETOWN97  "------------------352654  200910Z /23"
SEPARATOR: Final = pattern(r"-{10,40}[0-9A-F]{6}[ \t]{1,4}[0-9]{6}Z[ \t]{1,4}/[0-9]{2}")
# 90CAPETOWN97  "PAGE 01        CAPE T  00097  01 OF 03  182017Z"
# in the full dump also "TO PAGE 02        STATE   015113  182333Z"
PAGE: Final = pattern(
    r"PAGE[ \t]{1,4}[0-9]{2,3}[ \t]{1,12}[A-Z][A-Z .'-]{1,24}[0-9]{4,8}[ \t]{1,8}"
    r"(?:[0-9]{2}[ ]OF[ ][0-9]{2}[ \t]{1,8})?[0-9]{6}Z"
)

# 09STATE63860  "DRAFTED BY: DS/DSS/CC:..."   "SOURCE: CBLEXCLS.000423"   "063860"
DRAFTING: Final = pattern(
    r"(?:SOURCE|DRAFTED BY|APPROVED BY|CLEARED BY)[ ]?:|[0-9]{6}$|null$|Cable Text:$"
)
# The end of the header part: "BT"; a copy of the serial: "#0563".
BREAK: Final = pattern(r"BT$|NNNN$|\#[0-9]{4}$")

# 90CAPETOWN97  "CONFIDENTIAL     PTQ2529"   a stamp above a page, not the line below
STAMP: Final = pattern(
    r"(?:UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)"
    r"(?:[ \t]{1,40}P?TQ[0-9]{3,5})?$"
)
# The classification line: here begins the body (format.md §3.2), damaged or not.
#   09MEXICO3195  "S E C R E T SECTION 01 OF 05 MEXICO 003195"
#   07HAVANA258 and others: "SS E C R E T", "O N F I D E N T I A L", "SCTION 02 OF 02"
#   08SECTION01GF02BISHIEK21 "SECTION 01 GF 02 BISHIEK 00Q021"
CLASSIFICATION: Final = pattern(
    r"""["'.]{0,2}
    (?: [A-Z]{1,3}[ ]{1,3}(?:[A-Z][ ]{1,3}){3,20}[A-Z]{1,12}(?![a-z])
      | U?UNCLAS(?:SIFIED)?\b
      | C?CONFIDENTIAL\b
      | S?SECRET\b(?![ ]SERVICE)
      | TOP[ ]SECRET\b
      | LIMITED[ ]OFFICIAL[ ]USE\b
      | S?E?C?T?I?O?N[ ]?[0-9]{2}[ ][OG]F[ ][0-9]{2}
    )""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# Fields of the body's top (format.md §3.3 to §3.7), the end of a pasted header.
FIELD: Final = pattern(
    r"SIPDIS\b|NOFORN\b|SENSITIVE$|E ?\. ?[O0] ?\. ?[0-9:]|EO 1[0-9]{4}|TAGS?[ :]"
    r"|SUBJ(?:ECT)?[ ]?:|REF(?:TEL)?S?[ ]?:|CLASSIFIED BY|CLASSIFICATION ?:"
    r"|-{5,40} header ends",
    re.IGNORECASE,
)
# The same in a text of many lines.
FIELD_LINE: Final = pattern(
    r"^[ \t]{0,8}(?:E ?\. ?O ?\. ?[0-9:]|TAGS ?:|SUBJECT ?:)", re.MULTILINE
)
# A line that a header may begin with, in a text of many lines.
START_LINE: Final = pattern(
    r"^[ \t]{0,20}(?:[VY][ZI2][CG][ZI2]{1,3}[CG]"
    r"|(?:[ZOPR0©]{1,2}[ \t]{1,4}){0,2}[0-9OIl]{6}[ ]?(?:Z|2[ ](?=[A-Z]{3}[ ]))"
    r"|FM[ \t]|This[ ]{1,2}record[ ]{1,2}is[ ]{1,2}a[ ]{1,2}partial)",
    re.MULTILINE,
)
# 09STATE34688 "AMEMBASSY ABU DHABI IMMEDIATE": capitals, no sentence.
# but not what may follow a header:
#   06CAIRO941 "Cable dated:2006-...", 09KUWAIT110 "ID: 190648", 09MEXICO3423 itself
ADDRESS: Final = pattern(
    r"(?=[0-9]{0,4}[A-Z]|/[A-Z]|\()(?![0-9]{2}[A-Z]{3,20}[0-9]{1,7}$|[A-Z]{2,16}:[ ])"
    r"[^a-z]{2,90}$"
)

# An address line: "[RI/]NAME[ PRECEDENCE][ NUMBER]"; only the first slash parts.
#   09MEXICO3195  "RUEABND/DEA HQS WASHINGTON DC"    scanned "RUEABND / DEA ..."
#   08STATE103511 "ZEN/AMEMBASSY MOSCOW NIACT IMMEDIATE 4778-4781"
ROUTING: Final = pattern(
    r"(?P<routing>R[A-Z]{3,6}|ZEN)[ ]?/{1,2}[ ]?(?P<name>[^/]*.*)$"
)
#   07BRASILIA1568 "RUEHSGAMEMBASSY SANTIAGO 6383"   the slash is lost
GLUED_ROUTING: Final = pattern(
    r"(?P<routing>R[UH][A-Z]{2,5})"
    r"(?P<name>(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE|SECDEF|USINT)[ ].*)$"
)
#   08STATE103511 "0745-0748"    one number a section; a name may end in digits too
NUMBER: Final = pattern(r"[ \t](?P<number>[0-9]{2,6}(?:[ ]?-[ ]?[0-9]{1,6})?)$")
#   08STATE103511 "NIACT IMMEDIATE"
PRECEDENCE: Final = pattern(
    r"(?:^|[ \t])(?P<word>NIACT[ \t]{1,3}IMMEDIATE|[A-Z]{5,11})$"
)
#   86MADRID5480 "EC COLLECTIVE IMMEDIATE"; "WESTERN HEMISPHERIC AFFAIRS DIPL POSTS"
COLLECTIVE: Final = pattern(r"\b(?:COLLECTIVE|POSTS|ALL [A-Z]+ [A-Z]+)\b")

# The same lines through a scanner (format.md §8).
#   09MEXICO3195  "VZCZCXR03884": a zero for the O
SCANNED_TRANSMISSION_ID: Final = pattern(
    r"[VY][ZI2][CG][ZI2]{1,3}[CG] ?(XRO|XR0|XYZ|XY2|[A-Z]{3}[IO0]) ?([0-9OIl]{3,4})$"
)
#   "0 261148Z NOV O8"   "© 1811072 MAY 08"
SCANNED_DATE_TIME: Final = pattern(
    r"((?:[ZOPR0©] ){0,2})([0-9OIl]{2}) ?([0-9OIl]{4}) ?[Z2] "
    r"([A-Za-z]{3}) ([0-9OIl]{2})"
    r"(?![0-9])"
)
#   "00 RUEHDE RUEHDIR"
SCANNED_ROUTE: Final = pattern(r"[0OPRZ2]{2}(?= R[A-Z]{3})")
# What recognition sees between the words of a header: "AMEMBASSY - BRASILIA",
#   "AMEMBASSY .SAN JOSE", "AMEMBASSY GUATEMALA 0611 ."
SCANNED_SPECK: Final = pattern(
    r"(?<=[A-Z]{3}) [-.‘’'`]{1,2} ?(?=[A-Z0])| ?[.:;,‘’'`]{1,4}\Z|[‘’`]"
)
#   "T0 RUEHC/SECSTATE WASHDC"
SCANNED_PROSIGN: Final = pattern(r"(T0|TO|[Il1]NF[O0]) (?=\S)")
#   09MEXICO3195  "RUEABND / DEA HQS WASHINGTON DC"
SCANNED_ROUTING: Final = pattern(r"(R[A-Z0]{3,6}|ZEN) ?[/|] ?(?=\S)")
