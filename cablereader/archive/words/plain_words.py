"""Words that tell no story: of plain English, and of the formulae of every cable."""

from __future__ import annotations

from typing import Final

WORDS: Final = """
    able about above accept according achieve achieving acknowledged across action
    actions active activities activity actually added addition additional
    additionally address addressee addressees adviser advisor advisors affirms
    afternoon again against agenda agreed agreement agrees ahead aide allow allowed
    almost along alongside already also although always ambassador ambassadors
    amembassy among another answer answered anti anybody anyone anything appeared
    appears approach appropriate approximately april area areas argued around asked
    assistance assistant assured attempt attention august authorities authority
    available avoid aware away back background based basis became because become
    been before began begin beginning begun behind being believe believed believes
    below benefit benefits best better between beyond bilateral board body both
    bound brief bring brought building built business cable cables call called calls
    came cannot capital carry case cases cause caused central certain certainly
    chair chance change changed changes charge chief city claim claimed classified
    clear clearly close closed closely codel come comes coming comment commented
    comments commitment committed common complete completely concern concerned
    concerns conclude concluded conclusion conditions conduct confidence
    confidential confirmed consider considered considers consul consulate contact
    contacts continue continued continues continuing contrast could council
    counselor countries country course create created current currently date dates
    days deal december decide decided decision decisions delegation demarche
    department dept deputy described desire despite determined develop developed
    development dialogue died differences different difficult difficulties
    difficulty direct directly director discuss discussed discusses discussion
    discussions does doing done doubt down draft drew during each earlier early
    easily east effect effective effort efforts eight either eleven else embassies
    embassy emphasized encourage encouraged encouraging end ended enough ensure
    entire entirely especially established even evening event events ever every
    everybody everyone everything evidence exactly example exist existing expect
    expected experience explain explained explaining expressed expresses extent face
    faced fact failed fall families family february feel fellow felt fiction field
    fifth fifty finally find first five focus focused follow followed following
    follows force forces foreign form formal former forth forty forward found four
    fourth free frequently friday from front full fully further future gave general
    generally getting give given gives giving glad goal goals goes going gone good
    government governments great greater greatest ground group groups growing guard
    half hand happen happened hard have having head heads hear heard held help
    helped helpful hence here herself high higher highest highly himself hold
    holding holds hope hoped hopes host hour hours house however huge human hundred
    idea immediate immediately impact importance important include included includes
    including increase increased increasing increasingly indeed independent indicate
    indicated individual individuals inform informal information informed initial
    initiative inside instead institutions intend intended intent interest
    interested interests interim internal international into invented involved issue
    issues itself january join joint july june just keep keeping kept kind knew know
    knowing knowledge known knows landed large largely larger largest last lasted
    late later latest latter lead leader leaders leadership leading leads least
    leave leaving left less letter level levels like likely limited line lines list
    little live local long longer look looked looking looks lost lower made main
    mainly maintain major majority make makes making manage management manner many
    march matter matters maybe mean meaning means measures meet meeting meetings
    meets member members mention mentioned merely message mfas might million
    minister ministers ministry minutes missing mission monday money month months
    more moreover morning most move moved much must myself name named names national
    near nearly necessary need needed needs negative neither never nevertheless next
    ngos nine nobody noforn none normal north northern note noted notes nothing
    noting november number numbers numerous objective objectives observed obvious
    obviously occasion october offer offered offering office officer officers
    official officials often once ones only open opened opens opinion opportunity
    opposed opposite option options order ordinary organization organizations
    original other others otherwise ought ours outcome outside over overall page
    paid paper paragraph paragraphs part participate participated participating
    particular particularly parties partner partners party past people percent
    perhaps period permanent person personal personally phone phrase place placed
    places plan planned planning plans play played please plus point pointed points
    policies policy political poor position positions positive possible possibly
    post posts potential power precisely prefer prepare prepared present presented
    president press pressed pressure previous previously primarily primary prime
    principal principle prior private probably problem problems process produced
    program programs progress project projects promised proper proposal proposals
    proposed prove proved provide provided provides providing public publicly
    published purpose puts question questions quick quickly quiet quietly quite
    raise raised raises rather reach reached reaction read readout ready reaffirms
    real reality really reason reasons receive received recent recently recommend
    reference references regard regarding regardless region regional regular
    reiterates related relations relationship relatively remain remained remaining
    remains remarked remarks remember reminded replied reply report reported
    reportedly reports representative representatives request requested require
    required requirement requirements resources respect respond responded response
    responsibility responsible rest result resulted results return returned review
    right rights role room round rule rules said same saturday saying says scene
    scenesetter second secret secretary section sector secure security seek seeking
    seeks seem seemed seems seen send senior sense sensitive sent separate september
    series serious seriously serve service services session setter seven several
    shall share shared short shortly should show showed shown shows side sides sign
    signed significant similar similarly simple simply since single sipdis situation
    sixth size slightly slow slowly small social sold some somebody someone
    something sometime sometimes somewhat soon sort sought sound source sources
    south southern speak speaking special specific specifically speech spent spoke
    staff staffdel stage stand standing start started state stated statement
    statements states stating stay stayed step steps still stood stop stopped
    strategy strength stress stressed strong strongly structure struggle subject
    success successful such sudden suddenly sufficient suggest suggested suggestion
    suggests summary sunday support supported supporting sure system systems table
    take taken takes taking talk talked talking talks task team telegram tell ten
    term terms text than thank thanked that their theirs them themselves then there
    therefore these they thing things think thinking third thirty this those though
    thought thousand three through throughout thursday thus time times today
    together told tomorrow took total toward towards training tried true truth
    trying tuesday turn turned turning twelve twenty twice type unclassified under
    underscored understand understanding understood united unless unlike until
    update updates upon urged urges used useful using usual usually various very
    view views visa visit visited visits vote wait waiting want wanted wants
    washington water ways weak wednesday week weeks welcomes well went were west
    western what whatever when whenever where whereas whether which while whole whom
    whose wide widely will willing wish with within without wonder words work worked
    working works world worse would write writing written wrote year years yesterday
    young your
"""
ACRONYMS: Final = "mfa mod moi mof moj usg usd eur ngo ngos gdp ceo cfo codel"
PLAIN: Final = frozenset(f"{WORDS} {ACRONYMS}".split())
"""In small letters and without diacritics."""
TITLES: Final = """
    academy affaires affairs africa african agencies agency air america american
    americans arab armed army article asia asian association atlantic attorney
    authority bank battalion british bureau cabinet camp center central chamber
    chancellery chinese civil college combat command commander commanding commission
    commissioner committee community company congress congressional cooperation
    corps council court cross cultural culture defence defense democratic deputies
    east economic economy education electric emergency energy english environment
    envoy europe european executive federal federation finance financial force
    french front fund german governor governors group headquarters health
    helicopters house indian industrial industry infrastructure institute
    intelligence interior investment islands judge judicial justice labor land law
    legal legislative managing military minister mission missions movement nations
    navy north operation operations overseas palace parliament parliamentary
    partnership party planning police prize programme project race registration
    republic research royal russian senate senator senators social south square
    standing street summit supreme technical technology terror trade treasury union
    unit university vice west workers world
"""
OF_TITLES: Final = frozenset(TITLES.split())
"""Words with a capital in the names of offices and bodies, which are no names."""
TRADE: Final = frozenset(
    ("archive", "cable", "document", "job", "office", "practice", "rank")
)
"""Kinds of terms of the glossary that stand in cables about anything."""
