"""The names of posts, and what else is known of them (format.md §6.3)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from cablereader.parse.post_table import POSTS
from cablereader.parse.slip import is_slip

ALIASES: Final = """
ADDISABABA ADDIS
AITTAIPEI TAIPEI AIT AITTAIPIE
ANKARA ANK
ANTANANARIVO ATANANARIVO TANA
ASHGABAT ASHBABAT
ASTANA AQNA
BAKU BAU
BANDARSERIBEGAWAN BANDAR BSB
BANGKOK BANGOK BKK
BASRAH BASRA REOBASRAH
BEIJING BEIJIG EIJING
BEIRUT BEIRT
BELGRADE BELGADE
BELMOPAN BELIZE
BISHKEK BISHIEK
BRASILIA BRAILIA BRASIIA BRASILA BRAZIL
BRUSSELS BRUSELS BRUSSLS
BUENOSAIRES BA BSAS
CASABLANCA CASA
CDCATLANTAGA CDC CDCATLANTA
CHARLESTON FSCCHARLESTON
CHENNAI MADRAS
COLOMBO COLUMBO
DAMASCUS DAMASCCUS
DARESSALAAM DAR
DUBLIN DULIN
GENEVA USMISSIONGENEVA
GUATEMALA GUATEMLA
HAVANA USINT USINTHAVANA
HILLAH REOHILLAH
HOCHIMINHCITY HCMC HOCHIMINH
HONGKONG HK HONGKOG
IRANRPODUBAI DUBAIRPO IRPODUBAI RPODUBAI
ISLAMABAD ISB
JAKARTA JAK
KAMPALA KAPALA
KHARTOUM IHARTOUM
KINSHASA INSHASA
KIRKUK REOKIRKUK
KOLKATA CALCUTTA CAL
KUALALUMPUR KL
KYIV KIEV
MANILA ANILA
MEXICO MEX MEXICOCITY QXICO
MINSK LINSK MILSK MINSI
MONTERREY MONTEREY
MONTEVIDEO MVD
MOSUL REOMOSUL
MUMBAI BOMBAY
NASSAU NSSAU
NDJAMENA NDJAENA
NEWDELHI DELHI
OSAKAKOBE OSAKA
OUAGADOUGOU OUAGA
PORTAUPRINCE PAP PAUP PORTA
PORTOFSPAIN POS
PRISTINA USOFFICEPRISTINA
RIODEJANEIRO RIO RIODEJAN
SANTODOMINGO SD SDO
SOFIA SOIA
STATE DEPARTMENT DEPT DEPTEL DEPTELS SECSTATE SECSTATEWASHDC SECTATE SECTSTATE STAE
STATE STAT WASHDC
STPETERSBURG SAINTPETERSBURG
TALLINN TALLIN
TBILISI TILISI
TEGUCIGALPA TEGUC TEGUS TGG
THEHAGUE HAGUE
TRIPOLI QRIPOLI USLOTRIPOLI
UNESCOPARISFR PARISFR UNESCOPARIS USUNESCOPARISFR
UNROME USMISSIONUNROME USUNROME
UNVIEVIENNA UNVIE UNVIEVIEN UNVIENNA USUNVIE
USDOC COMMERCE
USEUBRUSSELS USEU
USUNNEWYORK NEWYORK USUN USUNNY
VATICAN VAT
"""
"""Each line: the id name, then other spellings in references and in broken ids."""

FURTHER_LABELS: Final = {
    "DEPARTMENT OF STATE": "STATE",
    "MISSION GENEVA": "GENEVA",
    "** DHAHRAN": "DHAHRAN",
    "EMBASY BONN": "BONN",
    "MISSION UNESCO": "UNESCOPARISFR",
}
"""Origin labels of the full archive that the table does not have."""

FURTHER_ROUTING: Final = {
    "RUEHFR": "PARIS", "RUEHBS": "BRUSSELS", "RUEHFRS": "STRASBOURG",
    "RUEHLOB": "BELFAST", "RUEHGVS": "USTRGENEVA", "RUEHROF": "FLORENCE",
    "RUEHRON": "NAPLES", "RUEHDIA": "DUBAI", "RUEHUR": "ULAANBAATAR",
    "RUEHAP": "APIA", "RUEHPR": "PRAIA", "RUEHBRC": "BRASILIA", "RUEHTCA": "THEHAGUE",
    "RUEHVN": "VIENTIANE", "RUEHSAB": "HARARE", "RUEHBAD": "PERTH",
}  # fmt: skip
"""Second indicators and frequent slips; shared ones go to the embassy."""

PREFIXES: Final = (
    "AMEMBASSY", "AMCONSUL", "AMCONGEN", "EMBASSY", "CONSULATE", "USMISSION",
    "USINT", "USLO", "EFTO", "NOFORN", "FSC", "SIFIED", "SECTION",
    "SECTIO", "SECTON", "SECTIN", "SECION", "SCTION", "ECTION", "REO",
)  # fmt: skip
"""What stands before the real name in broken ids and on FM lines."""


LONGEST: Final = 60
"""Letters looked at; no name of a post comes near it."""


@lru_cache(maxsize=4096)
def known_post(name: str) -> str | None:
    """The id name of a post by any of its names: ``The Hague`` -> ``THEHAGUE``.

    Blanks, signs and case do not matter, nor AMEMBASSY and the like before the name.
    """
    letters = name if name.isalpha() else "".join(filter(str.isalpha, name))
    letters = letters.upper()[:LONGEST]
    names = _names()
    while letters not in names:
        prefix = next((each for each in PREFIXES if letters.startswith(each)), None)
        if prefix is None:
            return None
        letters = letters.removeprefix(prefix)
    return names[letters]


@lru_cache(maxsize=1024)
def nearest_post(name: str) -> str | None:
    """The one post whose name this is but for one slip: ``ISLAMBAD`` -> ``ISLAMABAD``.

    ``None`` for short names and where two posts are as near.
    """
    if not 5 < len(name) < 20:
        return None
    near = {
        post
        for known, post in _names().items()
        if len(known) > 5 and is_slip(name, known)
    }
    return near.pop() if len(near) == 1 else None


def origin_of(post: str) -> str | None:
    """The archive's origin label of a post: ``MEXICO`` -> ``Embassy Mexico``."""
    return _origins().get(post)


def post_of_origin(origin: str) -> str | None:
    """The post of an origin label: ``Embassy Mexico`` -> ``MEXICO``."""
    return _posts_by_origin().get(" ".join(origin.upper().split()))


def post_of_routing(indicator: str) -> str | None:
    """The post of a routing indicator: ``RUEHME`` -> ``MEXICO``."""
    return _posts_by_routing().get(indicator.upper())


def _rows() -> list[list[str]]:
    return [line.split(" ", 2) for line in POSTS.strip().split("\n")]


@cache
def _names() -> dict[str, str]:
    """Every known name, the id names themselves included."""
    names = {post: post for post, _, _ in _rows()}
    for line in ALIASES.strip().split("\n"):
        post, *others = line.split()
        names |= dict.fromkeys(others, post)
    return names


@cache
def _origins() -> dict[str, str]:
    return {post: origin for post, _, origin in _rows() if origin != "-"}


@cache
def _posts_by_origin() -> dict[str, str]:
    return {
        origin.upper(): post for post, origin in _origins().items()
    } | FURTHER_LABELS


@cache
def _posts_by_routing() -> dict[str, str]:
    return {routing: post for post, routing, _ in _rows()} | FURTHER_ROUTING
