"""The posts that wrote cables: id name, routing indicator, origin label of the archive.

Two names of one post have one row: TAIPEI is AITTAIPEI, KIEV is KYIV (format.md §6.3).
A dash: not known. `cablereader.parse.posts` reads it.
"""

from __future__ import annotations

from typing import Final

POSTS: Final = """
ABIDJAN RUEHAB Embassy Abidjan
ABUDHABI RUEHAD Embassy Abu Dhabi
ABUJA RUEHUJA Embassy Abuja
ACCRA RUEHAR Embassy Accra
ADANA RUEHDA Consulate Adana
ADDISABABA RUEHDS Embassy Addis Ababa
AITTAIPEI RUEHIN American Institute Taiwan, Taipei
ALEXANDRIA - Consulate Alexandria
ALGIERS RUEHAS Embassy Algiers
ALMATY RUEHAST US Office Almaty
AMMAN RUEHAM Embassy Amman
AMSTERDAM RUEHAT Consulate Amsterdam
ANKARA RUEHAK Embassy Ankara
ANTANANARIVO RUEHAN Embassy Antananarivo
APIA RUEHWLC Embassy Apia
ASHGABAT RUEHAH Embassy Ashgabat
ASMARA RUEHAE Embassy Asmara
ASTANA RUEHTA Embassy Astana
ASUNCION RUEHAC Embassy Asuncion
ATHENS RUEHTH Embassy Athens
AUCKLAND RUEHNZ Consulate Auckland
BAGHDAD RUEHGB Embassy Baghdad
BAKU RUEHKB Embassy Baku
BAMAKO RUEHBP Embassy Bamako
BANDARSERIBEGAWAN RUEHBD Embassy Bandar Seri Begawan
BANGKOK RUEHBK Embassy Bangkok
BANGUI RUEHGI Embassy Bangui
BANJUL RUEHJL Embassy Banjul
BARCELONA RUEHLA Consulate Barcelona
BASRAH RUEHBC REO Basrah
BEIJING RUEHBJ Embassy Beijing
BEIRUT RUEHLB Embassy Beirut
BELFAST RUEHBL Consulate Belfast
BELGRADE RUEHBW Embassy Belgrade
BELMOPAN RUEHBE Embassy Belmopan
BERLIN RUEHRL Embassy Berlin
BERN RUEHSW Embassy Bern
BISHKEK RUEHEK Embassy Bishkek
BOGOTA RUEHBO Embassy Bogota
BONN - Embassy Bonn
BRASILIA RUEHBR Embassy Brasilia
BRATISLAVA RUEHSL Embassy Bratislava
BRAZZAVILLE RUEHBZ Embassy Brazzaville
BRIDGETOWN RUEHWN Embassy Bridgetown
BRUSSELS RUEHBS Embassy Brussels
BUCHAREST RUEHBM Embassy Bucharest
BUDAPEST RUEHUP Embassy Budapest
BUENOSAIRES RUEHBU Embassy Buenos Aires
BUJUMBURA RUEHJB Embassy Bujumbura
CAIRO RUEHEG Embassy Cairo
CALGARY RUEHGA Consulate Calgary
CANBERRA RUEHBY Embassy Canberra
CAPETOWN RUEHTN Consulate Cape Town
CARACAS RUEHCV Embassy Caracas
CASABLANCA RUEHCL Consulate Casablanca
CDCATLANTAGA RUEHPH -
CDGENEVA - US Mission CD Geneva
CHARLESTON RUEHFSC US OFFICE FSC CHARLESTON
CHENGDU RUEHCN Consulate Chengdu
CHENNAI RUEHCG Consulate Chennai
CHIANGMAI RUEHCHI Consulate Chiang Mai
CHISINAU RUEHCH Embassy Chisinau
CIUDADJUAREZ RUEHCD Consulate Ciudad Juarez
COLOMBO RUEHLM Embassy Colombo
CONAKRY RUEHRY Embassy Conakry
COPENHAGEN RUEHCP Embassy Copenhagen
COTONOU RUEHCO Embassy Cotonou
CURACAO RUEHAO Consulate Curacao
DAKAR RUEHDK Embassy Dakar
DAMASCUS RUEHDM Embassy Damascus
DARESSALAAM RUEHDR Embassy Dar Es Salaam
DHAHRAN RUEHDH Consulate Dhahran
DHAKA RUEHKA Embassy Dhaka
DILI RUEHDT Embassy Dili
DJIBOUTI RUEHDJ Embassy Djibouti
DOHA RUEHDO Embassy Doha
DUBAI RUEHDE Consulate Dubai
DUBLIN RUEHDL Embassy Dublin
DURBAN RUEHDU Consulate Durban
DUSHANBE RUEHDBU Embassy Dushanbe
DUSSELDORF RUEHDF Consulate Dusseldorf
EDINBURGH RUEHED Consulate Edinburgh
FESTTWO - US Delegation FEST TWO
FLORENCE RUEHFL Consulate Florence
FRANKFURT RUEHFT Consulate Frankfurt
FREETOWN RUEHFN Embassy Freetown
FSINFATC RUEHFSI DIR FSINFATC
FUKUOKA RUEHFK Consulate Fukuoka
GABORONE RUEHOR Embassy Gaborone
GENEVA RUEHGV US Mission Geneva
GEORGETOWN RUEHGE Embassy Georgetown
GRENADA RUEHGR Embassy Grenada
GUADALAJARA RUEHGD Consulate Guadalajara
GUANGZHOU RUEHGZ Consulate Guangzhou
GUATEMALA RUEHGT Embassy Guatemala
GUAYAQUIL RUEHGL Consulate Guayaquil
HALIFAX RUEHHA Consulate Halifax
HAMBURG RUEHAG Consulate Hamburg
HAMILTON RUEHHT Consulate Hamilton
HANOI RUEHHI Embassy Hanoi
HARARE RUEHSB Embassy Harare
HAVANA RUEHUB US Interests Section Havana
HELSINKI RUEHHE Embassy Helsinki
HERMOSILLO RUEHHO Consulate Hermosillo
HILLAH RUEHIHL REO Hillah
HOCHIMINHCITY RUEHHM Consulate Ho Chi Minh City
HONGKONG RUEHHK Consulate Hong Kong
HYDERABAD RUEHNEH American Consulate Hyderabad
IRANRPODUBAI RUEHDIR Iran RPO Dubai
ISLAMABAD RUEHIL Embassy Islamabad
ISTANBUL RUEHIT Consulate Istanbul
IZMIR - Consulate Izmir
JAKARTA RUEHJA Embassy Jakarta
JEDDAH RUEHJI Consulate Jeddah
JERUSALEM RUEHJM Consulate Jerusalem
JOHANNESBURG RUEHJO Consulate Johannesburg
KABUL RUEHBUL Embassy Kabul
KADUNA - Consulate Kaduna
KAMPALA RUEHKM Embassy Kampala
KARACHI RUEHKP Consulate Karachi
KATHMANDU RUEHKT Embassy Kathmandu
KHARTOUM RUEHKH Embassy Khartoum
KIGALI RUEHLGB Embassy Kigali
KINGSTON RUEHKG Embassy Kingston
KINSHASA RUEHKI Embassy Kinshasa
KIRKUK RUEHKUK REO Kirkuk
KOLKATA RUEHCI Consulate Kolkata
KOLONIA RUEHKN Embassy Kolonia
KOROR RUEHKR Embassy Koror
KRAKOW RUEHKW Consulate Krakow
KUALALUMPUR RUEHKL Embassy Kuala Lumpur
KUWAIT RUEHKU Embassy Kuwait
KYIV RUEHKV Embassy Kyiv
LAGOS RUEHOS Consulate Lagos
LAHORE RUEHLH Consulate Lahore
LAPAZ RUEHLP Embassy La Paz
LEIPZIG RUEHLZ Consulate Leipzig
LENINGRAD - Consulate Leningrad
LIBREVILLE RUEHLC Embassy Libreville
LILONGWE RUEHLG Embassy Lilongwe
LIMA RUEHPE Embassy Lima
LISBON RUEHLI Embassy Lisbon
LJUBLJANA RUEHLJ Embassy Ljubljana
LOME RUEHPC Embassy Lome
LONDON RUEHLO Embassy London
LUANDA RUEHLU Embassy Luanda
LUSAKA RUEHLS Embassy Lusaka
LUXEMBOURG RUEHLE Embassy Luxembourg
MADRID RUEHMD Embassy Madrid
MAJURO RUEHMJ Embassy Majuro
MALABO RUEHMA Embassy Malabo
MANAGUA RUEHMU Embassy Managua
MANAMA RUEHMK Embassy Manama
MANILA RUEHML Embassy Manila
MAPUTO RUEHTO Embassy Maputo
MARSEILLE RUEHMRE Consulate Marseille
MASERU RUEHMR Embassy Maseru
MATAMOROS RUEHRS Consulate Matamoros
MBABANE RUEHMB Embassy Mbabane
MELBOURNE RUEHBN Consulate Melbourne
MERIDA RUEHRD Consulate Merida
MEXICO RUEHME Embassy Mexico
MILAN RUEHMIL Consulate Milan
MINSK RUEHSK Embassy Minsk
MOGADISHU - Embassy Mogadishu
MONROVIA RUEHMV Embassy Monrovia
MONTERREY RUEHMC Consulate Monterrey
MONTEVIDEO RUEHMN Embassy Montevideo
MONTREAL RUEHMT Consulate Montreal
MOSCOW RUEHMO Embassy Moscow
MOSUL RUEHMOS REO Mosul
MUMBAI RUEHBI Consulate Mumbai
MUNICH RUEHMZ Consulate Munich
MUSCAT RUEHMS Embassy Muscat
NAGOYA RUEHNAG Consulate Nagoya
NAHA RUEHNH Consulate Naha
NAIROBI RUEHNR Embassy Nairobi
NAPLES RUEHNP Consulate Naples
NASSAU RUEHBH Embassy Nassau
NDJAMENA RUEHNJ Embassy Ndjamena
NEWDELHI RUEHNE Embassy New Delhi
NIAMEY RUEHNM Embassy Niamey
NICOSIA RUEHNC Embassy Nicosia
NOGALES RUEHNG Consulate Nogales
NOUAKCHOTT RUEHNK Embassy Nouakchott
NUEVOLAREDO RUEHNL Consulate Nuevo Laredo
OSAKAKOBE RUEHOK Consulate Osaka Kobe
OSLO RUEHNY Embassy Oslo
OTTAWA RUEHOT Embassy Ottawa
OUAGADOUGOU RUEHOU Embassy Ouagadougou
PANAMA RUEHZP Embassy Panama
PARAMARIBO RUEHPO Embassy Paramaribo
PARIS RUEHFR Embassy Paris
PARTO RUCNAI US Delegation, Secretary
PERTH RUEHPT Consulate Perth
PESHAWAR RUEHPW Consulate Peshawar
PHNOMPENH RUEHPF Embassy Phnom Penh
PODGORICA RUEHPOD Embassy Podgorica
PONTADELGADA RUEHPD Consulate Ponta Delgada
PORTAUPRINCE RUEHPU Embassy Port Au Prince
PORTLOUIS RUEHPL Embassy Port Louis
PORTMORESBY RUEHPB Embassy Port Moresby
PORTOFSPAIN RUEHSP Embassy Port Of Spain
PRAGUE RUEHPG Embassy Prague
PRAIA RUEHPA Embassy Praia
PRETORIA RUEHSA Embassy Pretoria
PRISTINA RUEHPS Embassy Pristina
QUEBEC RUEHQU Consulate Quebec
QUITO RUEHQT Embassy Quito
RABAT RUEHRB Embassy Rabat
RANGOON RUEHGO Embassy Rangoon
RECIFE RUEHRG Consulate Recife
REYKJAVIK RUEHRK Embassy Reykjavik
RIGA RUEHRA Embassy Riga
RIODEJANEIRO RUEHRI Consulate Rio De Janeiro
RIYADH RUEHRH Embassy Riyadh
ROME RUEHRO Embassy Rome
SANAA RUEHYN Embassy Sanaa
SANJOSE RUEHSJ Embassy San Jose
SANSALVADOR RUEHSN Embassy San Salvador
SANTIAGO RUEHSG Embassy Santiago
SANTODOMINGO RUEHDG Embassy Santo Domingo
SAOPAULO RUEHSO Consulate Sao Paulo
SAPPORO RUEHKSO Consulate Sapporo
SARAJEVO RUEHVJ Embassy Sarajevo
SECDEF RUEKJCS -
SEOUL RUEHUL Embassy Seoul
SHANGHAI RUEHGH Consulate Shanghai
SHENYANG RUEHSH Consulate Shenyang
SINGAPORE RUEHGP Embassy Singapore
SKOPJE RUEHSQ Embassy Skopje
SOFIA RUEHSF Embassy Sofia
STATE RUEHC Secretary of State
STOCKHOLM RUEHSM Embassy Stockholm
STPETERSBURG RUEHLN Consulate St Petersburg
STRASBOURG RUEHSR Consulate Strasbourg
SURABAYA RUEHJS Consulate Surabaya
SUVA RUEHSV Embassy Suva
SYDNEY RUEHDN Consulate Sydney
TALLINN RUEHTL Embassy Tallinn
TASHKENT RUEHNT Embassy Tashkent
TBILISI RUEHSI Embassy Tbilisi
TEGUCIGALPA RUEHTG Embassy Tegucigalpa
TEHRAN - Embassy Tehran
TELAVIV RUEHTV Embassy Tel Aviv
THEHAGUE RUEHTC Embassy The Hague
THESSALONIKI RUEHIK Consulate Thessaloniki
TIJUANA RUEHTM Consulate Tijuana
TIRANA RUEHTI Embassy Tirana
TOKYO RUEHKO Embassy Tokyo
TORONTO RUEHON Consulate Toronto
TRIPOLI RUEHTRO Embassy Tripoli
TUNIS RUEHTU Embassy Tunis
ULAANBAATAR RUEHUM Embassy Ulaanbaatar
UNESCOPARISFR RUEHFRA Mission UNESCO
UNROME RUEHRN UN Rome
UNVIEVIENNA RUEHUNV UNVIE
USCBP - -
USDAFAS RUEHRC -
USDOC RUCPDOC -
USDOJ RUEAWJA -
USEUBRUSSELS RUEHBS USEU Brussels
USNATO RUEHNO Mission USNATO
USOSCE RUEHVEN Mission USOSCE
USTRGENEVA - USMISSION USTR GENEVA
USUNNEWYORK RUCNDT USUN New York
VALLETTA RUEHVT Embassy Valletta
VANCOUVER RUEHVC Consulate Vancouver
VATICAN RUEHROV Embassy Vatican
VIENNA RUEHVI Embassy Vienna
VIENTIANE - Embassy Vientiane
VILNIUS RUEHVL Embassy Vilnius
VLADIVOSTOK RUEHVK Consulate Vladivostok
WARSAW RUEHWR Embassy Warsaw
WELLINGTON RUEHWL Embassy Wellington
WHITEHOUSE RHEHAAA -
WINDHOEK RUEHWD Embassy Windhoek
YAOUNDE RUEHYD Embassy Yaounde
YEKATERINBURG RUEHYG Consulate Yekaterinburg
YEREVAN RUEHYE Embassy Yerevan
ZAGREB RUEHVB Embassy Zagreb
"""
