"""Countries where the company sells: cities, postal codes, streets, money, telephone numbers."""

from __future__ import annotations

from dataclasses import dataclass

from sample.dice import Dice


@dataclass(frozen=True)
class Country:
    """One market.

    places: (city, region code, region name, postal pattern); `#` is a digit, `@` a letter.
    streets: pattern with {number}.
    phones: (national prefix, further digits) in the order in which numbers are given out: ranges
        that regulators keep for fiction first, numbers of valid form after them.
    """

    code: str
    names: tuple[str, ...]
    weight: float
    languages: tuple[tuple[str, float], ...]
    places: tuple[tuple[str, str, str, str], ...]
    streets: tuple[str, ...]
    calling_code: str
    trunk: str
    phones: tuple[tuple[str, int], ...]
    currency: str
    rate: float
    hours_east: int
    opt_in: bool


_US_AREAS = (
    201, 202, 206, 212, 213, 214, 215, 303, 305, 312, 313, 314, 404, 408, 412, 414, 415, 469, 503, 504, 510, 512,
    602, 612, 615, 617, 619, 702, 713, 718, 720, 737, 801, 802, 808, 813, 818, 901, 904, 907, 916, 919, 925, 949,
    971, 972,
)
_US_PHONES = tuple((f"{area}55501", 2) for area in _US_AREAS)
_US_PHONES += tuple((f"{area}2", 6) for area in _US_AREAS)
_GB_PHONES = (
    ("2079460", 3), ("1134960", 3), ("1144960", 3), ("1164960", 3), ("1174960", 3), ("1184960", 3), ("1214960", 3),
    ("1314960", 3), ("1414960", 3), ("1514960", 3), ("1614960", 3), ("1914980", 3), ("2920180", 3), ("74000", 5),
    ("75", 8),
)
_DE_PHONES = (
    ("3023125", 3), ("6990009", 3), ("4066969", 3), ("2214710", 3),
    ("17139200", 2), ("15550", 6),
)
_FR_PHONES = (
    ("19900", 4), ("26191", 4), ("35301", 4), ("46571", 4), ("53649", 4), ("6120", 5),
)

_EN_STREETS = (
    "{number} Alder Street", "{number} Birch Lane", "{number} Copper Mill Road", "{number} Dove Avenue",
    "{number} Elm Court", "{number} Foundry Road", "{number} Garnet Drive", "{number} Harbour Street",
    "{number} Ivy Close", "{number} Juniper Way",
)

COUNTRIES: tuple[Country, ...] = (
    Country(
        "US", ("US", "USA", "United States", "us", "United States of America"), 34.0,
        (("english", 70), ("spanish", 14), ("chinese", 4), ("korean", 3), ("hindi", 4), ("german", 3),
         ("arabic", 2)),
        (("Los Angeles", "CA", "California", "900##"), ("San Francisco", "CA", "California", "941##"),
         ("San Diego", "CA", "California", "921##"), ("Sacramento", "CA", "California", "958##"),
         ("New York", "NY", "New York", "100##"), ("Austin", "TX", "Texas", "787##"),
         ("Chicago", "IL", "Illinois", "606##"), ("Denver", "CO", "Colorado", "802##"),
         ("Richmond", "VA", "Virginia", "232##"), ("Seattle", "WA", "Washington", "981##"),
         ("Miami", "FL", "Florida", "331##"), ("Hartford", "CT", "Connecticut", "061##")),
        _EN_STREETS, "1", "", _US_PHONES, "USD", 1.0, -5, False,
    ),
    Country(
        "GB", ("GB", "UK", "United Kingdom", "Great Britain", "gb", "England"), 14.0,
        (("english", 80), ("hindi", 8), ("polish", 7), ("arabic", 5)),
        (("London", "LND", "London", "N1# #@@"), ("London", "LND", "London", "SE1# #@@"),
         ("Leeds", "LDS", "Leeds", "LS# #@@"), ("Bristol", "BST", "Bristol", "BS# #@@"),
         ("Manchester", "MAN", "Manchester", "M1# #@@"), ("Edinburgh", "EDH", "Edinburgh", "EH# #@@"),
         ("Cardiff", "CRF", "Cardiff", "CF# #@@")),
        _EN_STREETS, "44", "0", _GB_PHONES, "GBP", 0.8, 0, True,
    ),
    Country(
        "DE", ("DE", "Germany", "Deutschland", "de", "DEU"), 12.0, (("german", 86), ("turkish", 10),
        ("polish", 4)),
        (("Berlin", "BE", "Berlin", "10###"), ("München", "BY", "Bayern", "80###"),
         ("Hamburg", "HH", "Hamburg", "20###"), ("Köln", "NW", "Nordrhein-Westfalen", "50###"),
         ("Frankfurt am Main", "HE", "Hessen", "60###"), ("Dresden", "SN", "Sachsen", "01###")),
        ("Ahornstraße {number}", "Brückenweg {number}", "Drosselgasse {number}", "Eichenallee {number}",
         "Färberstr. {number}", "Gänsemarkt {number}", "Hügelstraße {number}"),
        "49", "0", _DE_PHONES, "EUR", 0.92, 1, True,
    ),
    Country(
        "FR", ("FR", "France", "fr", "FRA"), 9.0, (("french", 92), ("arabic", 8)),
        (("Paris", "IDF", "Île-de-France", "750##"), ("Lyon", "ARA", "Auvergne-Rhône-Alpes", "6900#"),
         ("Marseille", "PAC", "Provence-Alpes-Côte d'Azur", "130##"),
         ("Nantes", "PDL", "Pays de la Loire", "44###"), ("Lille", "HDF", "Hauts-de-France", "59###")),
        ("{number} rue de l'Abbé", "{number} avenue des Bleuets", "{number} boulevard du Château",
         "{number} place de l'Église", "{number} chemin des Érables"),
        "33", "0", _FR_PHONES, "EUR", 0.92, 1, True,
    ),
    Country(
        "JP", ("JP", "Japan", "日本", "jp"), 6.0, (("japanese", 100),),
        (("東京", "13", "東京都", "10#-00##"), ("大阪", "27", "大阪府", "53#-00##"),
         ("Kyoto", "26", "Kyoto", "60#-80##"), ("Sapporo", "01", "Hokkaido", "06#-00##")),
        ("見本町{number}丁目", "3-{number} Mihoncho", "例区桜通{number}"),
        "81", "0", (("801234", 4), ("8012", 6)), "JPY", 150.0, 9, False,
    ),
    Country(
        "BR", ("BR", "Brazil", "Brasil", "br"), 8.0, (("portuguese", 100),),
        (("São Paulo", "SP", "São Paulo", "01###-0##"), ("Rio de Janeiro", "RJ", "Rio de Janeiro", "20###-0##"),
         ("Belo Horizonte", "MG", "Minas Gerais", "30###-0##"), ("Salvador", "BA", "Bahia", "40###-0##")),
        ("Rua das Acácias, {number}", "Avenida do Ipê, {number}", "Travessa São João, {number}"),
        "55", "0", (("1199999", 4), ("2199999", 4), ("1199", 7)), "BRL", 5.0, -3, True,
    ),
    Country(
        "CA", ("CA", "Canada", "ca"), 2.5, (("english", 70), ("french", 30)),
        (("Toronto", "ON", "Ontario", "M5@ #@#"), ("Montréal", "QC", "Québec", "H2@ #@#"),
         ("Vancouver", "BC", "British Columbia", "V6@ #@#")),
        _EN_STREETS, "1", "", (("41655501", 2), ("51455501", 2), ("60455501", 2), ("4162", 6)), "CAD", 1.35,
        -5, False,
    ),
    Country(
        "ES", ("ES", "Spain", "España"), 2.5, (("spanish", 100),),
        (("Madrid", "MD", "Comunidad de Madrid", "280##"), ("Sevilla", "AN", "Andalucía", "410##")),
        ("Calle del Ábaco {number}", "Plaza Mayor {number}"),
        "34", "", (("600000", 3), ("60", 7)), "EUR", 0.92, 1, True,
    ),
    Country(
        "IT", ("IT", "Italy", "Italia"), 2.0, (("italian", 100),),
        (("Milano", "25", "Lombardia", "201##"), ("Roma", "62", "Lazio", "001##")),
        ("Via del Melo {number}", "Piazza Grande {number}"),
        "39", "", (("3330000", 3), ("333", 7)), "EUR", 0.92, 1, True,
    ),
    Country(
        "NL", ("NL", "Netherlands", "Nederland"), 1.5, (("dutch", 90), ("turkish", 10)),
        (("Amsterdam", "NH", "Noord-Holland", "10## @@"), ("Utrecht", "UT", "Utrecht", "35## @@")),
        ("Kersenlaan {number}", "Molenstraat {number}"),
        "31", "0", (("61234", 4), ("612", 6)), "EUR", 0.92, 1, True,
    ),
    Country(
        "PL", ("PL", "Poland", "Polska"), 1.5, (("polish", 100),),
        (("Łódź", "10", "Łódzkie", "90-###"), ("Kraków", "12", "Małopolskie", "30-###")),
        ("ul. Różana {number}", "ul. Lipowa {number}"),
        "48", "", (("500000", 3), ("50", 7)), "PLN", 4.0, 1, True,
    ),
    Country(
        "SE", ("SE", "Sweden", "Sverige"), 1.2, (("swedish", 100),),
        (("Stockholm", "AB", "Stockholms län", "11# ##"), ("Göteborg", "O", "Västra Götaland", "41# ##")),
        ("Björkvägen {number}", "Ängsgatan {number}"),
        "46", "0", (("31390060", 1), ("4062804", 2), ("8465004", 2), ("7017406", 2), ("70", 7)), "SEK", 10.5,
        1, True,
    ),
    Country(
        "CH", ("CH", "Switzerland", "Schweiz"), 1.0, (("german", 60), ("french", 40)),
        (("Zürich", "ZH", "Zürich", "80##"), ("Genève", "GE", "Genève", "12##")),
        ("Seestrasse {number}", "Rue du Lac {number}"),
        "41", "0", (("780000", 3), ("78", 7)), "CHF", 0.9, 1, True,
    ),
    Country(
        "GR", ("GR", "Greece", "Ελλάδα"), 1.5, (("greek", 100),),
        (("Αθήνα", "I", "Attica", "10# ##"), ("Thessaloniki", "B", "Central Macedonia", "54# ##")),
        ("Οδός Ερμού {number}", "Odos Elaion {number}"),
        "30", "", (("6940000", 3), ("694", 7)), "EUR", 0.92, 2, True,
    ),
    Country(
        "BG", ("BG", "Bulgaria", "България"), 1.2, (("bulgarian", 100),),
        (("София", "22", "Sofia", "10##"), ("Пловдив", "16", "Plovdiv", "40##")),
        ("ул. Липа {number}", "ul. Roza {number}"),
        "359", "0", (("870000", 3), ("87", 7)), "EUR", 0.92, 2, True,
    ),
    Country(
        "UA", ("UA", "Ukraine", "Україна"), 1.2, (("ukrainian", 100),),
        (("Київ", "30", "Kyiv", "01###"), ("Lviv", "46", "Lvivska oblast", "79###")),
        ("вул. Яблунева {number}", "vul. Sadova {number}"),
        "380", "0", (("500000", 3), ("50", 7)), "EUR", 0.92, 2, True,
    ),
    Country(
        "KR", ("KR", "Korea, Republic of", "South Korea", "대한민국"), 1.4, (("korean", 100),),
        (("서울", "11", "Seoul", "04###"), ("Busan", "26", "Busan", "48###")),
        ("견본로 {number}", "{number} Gyeonbon-ro"),
        "82", "0", (("101234", 4), ("102", 7)), "KRW", 1350.0, 9, False,
    ),
    Country(
        "TW", ("TW", "Taiwan", "台灣"), 1.0, (("chinese", 100),),
        (("台北", "TPE", "Taipei", "10###"), ("Kaohsiung", "KHH", "Kaohsiung", "80###")),
        ("範例路{number}號", "No. {number}, Fanli Road"),
        "886", "0", (("912345", 3), ("91", 7)), "TWD", 32.0, 8, False,
    ),
    Country(
        "IN", ("IN", "India", "भारत"), 1.4, (("hindi", 100),),
        (("Mumbai", "MH", "Maharashtra", "4000##"), ("नई दिल्ली", "DL", "Delhi", "1100##")),
        ("{number} Namuna Marg", "{number} नमूना मार्ग"),
        "91", "0", (("9000000", 3), ("90", 8)), "INR", 83.0, 5, False,
    ),
    Country(
        "AE", ("AE", "United Arab Emirates", "UAE"), 1.0, (("arabic", 100),),
        (("Dubai", "DU", "Dubai", ""), ("أبو ظبي", "AZ", "Abu Dhabi", "")),
        ("{number} Sample Street", "شارع النموذج {number}"),
        "971", "0", (("500000", 3), ("50", 7)), "AED", 3.7, 4, False,
    ),
    Country(
        "AU", ("AU", "Australia"), 1.3, (("english", 100),),
        (("Sydney", "NSW", "New South Wales", "20##"), ("Melbourne", "VIC", "Victoria", "30##")),
        _EN_STREETS, "61", "0", (("25550", 4), ("35550", 4), ("49157", 4), ("40", 7)), "AUD", 1.5, 10, False,
    ),
)

def postal_code(pattern: str, dice: Dice) -> str:
    """The pattern with its digits and letters drawn."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return "".join(
        str(dice.between(0, 9)) if sign == "#" else dice.pick(letters) if sign == "@" else sign
        for sign in pattern
    )


def phone_number(country: Country, number: int) -> str:
    """The national significant digits of the number-th telephone that the country gives out.

    Ranges for fiction come first. In the country's last block numbers repeat after it is used up,
    far beyond a million people.
    """
    for prefix, digits in country.phones[:-1]:
        size = 10**digits
        if number < size:
            return f"{prefix}{(number * 37 + 11) % size:0{digits}d}"
        number -= size
    prefix, digits = country.phones[-1]
    return f"{prefix}{(number * 7_919 + 11) % 10**digits:0{digits}d}"
