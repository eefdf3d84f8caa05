"""Cuts articles into passages of one to three sentences, one a line: what the table of the product learns from.

    python passages.py ARTICLES TAXONOMY COUNT PASSAGES

ARTICLES holds LANG.jsonl.gz with title and text, TAXONOMY the YAML files of the topics. Articles with a core term give twice as many passages as others, each language as many as it can up to an equal
share, in an order that only the texts determine: a shorter run of embed.py has an even sample.
"""

import gzip
import hashlib
import json
import re
import sys
from pathlib import Path

import ahocorasick
import yaml

LANGUAGES = "id ms th vi tl km lo my en zh ta".split()
SENTENCE = re.compile(r"(?<=[.!?။។॥!?。…])[\"”’」』)]*\s+|(?<=[。!?」])|\n+")
SHORTEST, LONGEST = 40, 320
PER_ARTICLE = 6


def digest(text):
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def automaton(folder, language):
    words = ahocorasick.Automaton()
    for path in sorted(folder.glob("*.yaml")):
        for term in (yaml.load(path.read_text(), yaml.CSafeLoader).get("terms") or {}).get(language, []):
            if term["kind"] == "core" and len(term["term"]) > 3:
                words.add_word(term["term"].strip("*").lower(), 1)
    words.make_automaton()
    return words


def sentences(text, wide):
    for sentence in SENTENCE.split(text):
        sentence = " ".join(sentence.split())
        while len(sentence) > LONGEST // wide:
            cut = sentence.rfind(" ", SHORTEST, LONGEST // wide)
            cut = cut if cut > 0 else LONGEST // wide
            yield sentence[:cut]
            sentence = sentence[cut:].strip()
        if sentence:
            yield sentence


def passages(article, wide):
    """Groups of sentences of one after another; how long a group gets depends on its first sentence."""
    group, size, target = [], 0, 0
    for sentence in sentences((article["title"] or "") + "\n" + (article["text"] or ""), wide):
        if not group:
            target = (SHORTEST + digest(sentence) % (LONGEST - SHORTEST)) // wide
        group.append(sentence)
        size += len(sentence)
        if size >= target:
            yield " ".join(group)
            group, size = [], 0


def of_language(articles, taxonomy, language, count):
    words = automaton(taxonomy, language)
    wide = 3 if language == "zh" else 1
    found = set()
    with gzip.open(articles / f"{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = ((article["title"] or "") + "\n" + (article["text"] or "")).lower()
            most = PER_ARTICLE * (2 if next(words.iter(text), None) else 1)
            if language in ("lo", "ta"):
                most *= 10
            own = sorted(passages(article, wide), key=digest)
            found.update(passage for passage in own[:most] if len(passage) >= SHORTEST // wide)
    return sorted(found, key=digest)[:count]


def main(articles, taxonomy, count, path):
    taken = []
    for number, language in enumerate(sorted(LANGUAGES, key=lambda l: (articles / f"{l}.jsonl.gz").stat().st_size)):
        share = (int(count) - len(taken)) // (len(LANGUAGES) - number)
        taken += of_language(articles, taxonomy, language, share)
        print(language, len(taken), file=sys.stderr)
    Path(path).write_text("".join(passage + "\n" for passage in sorted(taken, key=digest)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
