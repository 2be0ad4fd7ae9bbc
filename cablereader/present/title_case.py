"""Subjects in the case of a headline: cables send them in capitals only."""

from __future__ import annotations

import re
from itertools import count
from typing import Final

ACRONYM_TABLE: Final = """
ACOTA ACSA AFDB AFP AFRICOM AGOA AIDS AIT AKP ALBA AMISOM ANC ANP ANSF APEC AQ AQAP AQI
AQIM ASEAN ATA ATF AU AUC AWACS BBC BIA BJP BMD BWC CAFTA CARICOM CBI CBP CDA CDC CDU
CENTCOM CEO CFE CHOD CHP CIA CIS CISEN CISMOA CITES CJCS CNN CODEL CODELS CONOPS COP CPA
CPI CSTO CTBT CWC DAO DAS DATT DCA DCM DDR DEA DFID DHS DIA DNA DOD DOE DOJ DPJ DPKO
DPRK DRC DRL EADS EAP EBRD EC ECHR ECOWAS EEB EEZ EFTA EIB ELN EO ESDP ESF ETA EU EUBAM
EUCOM EUFOR EULEX EUPOL EUR EURATOM EXBS FAA FAO FARC FATA FATF FBI FCO FDI FIFA FMCT
FMF FMLN FOUO FSB FSLN FTA FTAA FYROM GAERC GAO GCC GDP GIROA GMO GOA GOAJ GOAM GOAZ GOB
GOBH GOC GOCI GOCR GODJ GODR GODRC GOE GOEG GOF GOG GOH GOI GOJ GOK GOKG GOKZ GOL GOM
GOMX GON GONI GONL GONZ GOP GOPNG GOQ GOR GOS GOSL GOSS GOSY GOT GOTT GOTX GOU GOV GOY
GOZ GSOMIA GSP GTMO HEU HFAC HIV HMG HRC HUMINT IADB IAEA IAI ICAO ICBM ICC ICCAT ICG
ICJ ICRC ICTR ICTY IDB IDF IDP IEA IED IFI IGAD ILEA ILO IMET IMF IMO INCB INCSR INF INL
INR INS IOC IOM IP IPCC IPR IRA IRF IRGC IRI IRIB IRIG IRISL ISAF ISF ISI ISIS ISN ITAR
ITU IVLP IWC JEM JSF KFOR KGB KRG KSA LAF LEU LNG LOA LRA LTTE MANPADS MCA MCC MDC MEK
MEP MEPI MFA MFN MINURSO MINUSTAH MOA MOD MOE MOF MOFA MOI MOIS MOJ MONUC MOU MP MTCR
NAC NAFTA NAM NASA NATO NAVCENT NDI NEA NGO NIAC NIE NIV NLD NNSA NOAA NOC NOFORN
NORTHCOM NPA NPT NSA NSC NSG OAS ODIHR OECD OEF OFAC OIC OIF OIG ONDCP OPCW OPEC OPIC
OSCE OSD PA PACOM PAO PAS PDVSA PIJ PJAK PKK PLO PM PMO PNU POLAD POTUS PPP PRC PRI PRT
PSI PSOE PSUV PUSC QIZ REO ROK ROYG RPO RSO SAARC SACEUR SADC SARG SARS SBU SCA SCO SEC
SECDEF SFOR SFRC SG SIGINT SIPDIS SME SNP SOE SOFA SOUTHCOM SPLA SPLM SRSG STAFFDEL SWAT
SYG TBA TFG TIFA TIP TPA TSA UAE UAV UDF UK UMNO UN UNAIDS UNAMA UNAMI UNAMID UNCTAD
UNDP UNEP UNESCO UNFCCC UNFICYP UNFPA UNGA UNHCR UNHRC UNICEF UNIFIL UNITA UNMEE UNMIK
UNMIL UNMIS UNODC UNOMIG UNRWA UNSC UNSCR UNVIE US USA USAF USAFRICOM USAID USCENTCOM
USD USDA USEU USEUCOM USG USGS USMC USNATO USPACOM USS USSOUTHCOM USSR USTR USUN VAT VFA
VOA WAEMU WEF WFP WHA WHTI WIPO WMD WMO WTO ZANU ZAPU
"""
ACRONYMS: Final = frozenset(ACRONYM_TABLE.split())
"""Those with a vowel that are no plain words; without one `_is_acronym` knows them."""
NO_PLURALS: Final = frozenset({"IRIS", "MODS", "TIPS"})
"""Words that look like acronyms with an S."""
ABBREVIATIONS: Final = frozenset(
    {"DR", "FT", "JR", "LT", "LTD", "MR", "MRS", "MT", "SGT", "SR", "ST", "STS", "VS"}
)
"""Without a vowel, but no acronyms."""
# Patterns as texts are compiled by `re` when they are first used: few starts need them.
ROMAN: Final = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})"
SMALL_TABLE: Final = """
A AN AND AS AT BIN BUT BY DE DEL DER DU FOR FROM IBN IN INTO NOR OF ON OR PER THAN THE
TO VIA VON VS WITH
"""
SMALL: Final = frozenset(SMALL_TABLE.split())
"""In small letters unless first, last or after a colon."""
PIECE: Final = r"[^\W_]+(?:[.'’,&][^\W_]+)*"
"""A word between hyphens and slashes, and what ties it: ``ITALY'S``, ``S&ED``."""
ORDINAL: Final = r"[0-9]+(?:ST|ND|RD|TH)"
TIE: Final = r"['’,]"
VOWEL: Final = r"[AEIOUY]"
ENDINGS: Final = frozenset({"S", "T", "D", "RE", "LL", "VE", "M"})
"""After an apostrophe, or the comma that transmission made of it."""
MOSTLY_SMALL: Final = 0.25
"""A subject with a larger share of small letters was not sent in capitals."""
BREAKS: Final = (":", ";", "?", "!", "--", "—")


def title_case(subject: str) -> str:
    """A subject in capitals as a headline; one in mixed case stays as it is.

    Acronyms (USG, NATO, GOM, IOCs), dotted abbreviations and Roman numerals stay, and
    so does every character but for its case.
    """
    letters = sum(map(str.isalpha, subject))
    if sum(map(str.islower, subject)) > MOSTLY_SMALL * letters:
        return subject
    chunks = re.split(r"(\s+)", subject)
    words = [place for place, chunk in enumerate(chunks) if re.search(PIECE, chunk)]
    after_break = True
    for place, following in zip(words, [*words[1:], None], strict=False):
        chunk = chunks[place]
        before_hague = following is not None and chunks[following].startswith("HAGUE")
        stressed = after_break or before_hague or following is None
        chunks[place] = _chunk(chunk, stressed=stressed)
        after_break = any(
            each.endswith(BREAKS) or each == "-" for each in chunks[place:following]
        )
    return "".join(chunks)


def _chunk(chunk: str, *, stressed: bool) -> str:
    """What stands between blanks: words tied by hyphens and slashes.

    Args:
        chunk: As sent.
        stressed: Whether even a small word takes a capital here.
    """
    if any(map(str.islower, chunk)):
        return chunk
    pieces = len(re.findall(PIECE, chunk))
    order = count(1)

    def cased(match: re.Match[str]) -> str:
        if pieces == 1:
            return _word(match[0], stressed=stressed)
        return _word(match[0], stressed=next(order) in (1, pieces))

    return re.sub(PIECE, cased, chunk)


def _word(word: str, *, stressed: bool) -> str:
    if word in SMALL:
        return word.capitalize() if stressed else word.lower()
    if _is_plural(word):
        return word[:-1] + "s"
    if _is_acronym(word):
        return word
    if tie := re.search(TIE, word):
        return _elided(word, tie.start(), stressed=stressed)
    if word.startswith("MC") and len(word) > 4:
        return f"Mc{word[2:].capitalize()}"
    return word.capitalize()


def _elided(word: str, tie: int, *, stressed: bool) -> str:
    """A word with an apostrophe: ``Italy's``, ``d'Affaires``, ``N'Djamena``."""
    before, sign, after = word[:tie], word[tie], word[tie + 1 :]
    if after in ENDINGS:
        return _word(before, stressed=True) + sign + after.lower()
    head = _word(before, stressed=True)
    if before in ("D", "L") and not stressed:
        head = head.lower()
    return head + sign + _word(after, stressed=True)


def _is_plural(word: str) -> bool:
    """Whether a word is an acronym or a decade with an S."""
    if word[-1] != "S" or word in ACRONYMS or word in NO_PLURALS:
        return False
    return word[:-1] in ACRONYMS or word[:-1].isdecimal()


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals stays so."""
    if not word.isalpha():
        return not (re.search(TIE, word) or re.fullmatch(ORDINAL, word))
    if len(word) == 1 or word in ACRONYMS:
        return True
    if re.fullmatch(ROMAN, word):
        return word != "XI"
    return (
        len(word) < 6 and word not in ABBREVIATIONS and re.search(VOWEL, word) is None
    )
