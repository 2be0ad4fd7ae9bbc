"""The words that offices are called by on "Classified By" lines."""

from __future__ import annotations

from typing import Final

WORDS: Final = """
a.i acting adviser advisor affaires affairs agricultural ai amb ambassador and army
assistant attache attaché branch bureau cao cda cg charg charge chargé chief col colonel
commander commercial consul consular consulate coordinator couns counsel counsellor
counselor counterterrorism country d' d’ d'affaires d'affairs daffaires das dcm defense
department deputy dept desk director director-general division dr d’affaires econ
economic econoff ecopol embassy envoy esth executive fcs for fsn general head high in
interim international labor leader legal legatt ltc management mc mgt military minister
minister-counsellor minister-counselor mission mr mrs ms nas naval nea of office officer
ora pao pas pdas permanent pmc pol polad polchief polcouns polecon policy political
political-economic political-military polmil poloff press principal program programs
public regional rep representative rso s science second secretary section security
senior special staff state team the third to u.s under undersecretary unit us vice
"""
OFFICES: Final = frozenset(WORDS.split())
"""In small letters, without the signs behind them; no name has any of them."""
