"""Removes near duplicates with datasketch's MinHash and LSH at its defaults, over words in fives: datasketch_dedup.py INPUT_FOLDER OUTPUT_FILE"""
import gzip
import json
import pathlib
import re
import sys

from datasketch import MinHash, MinHashLSH

source, output = sys.argv[1:]
word = re.compile(r"\w+")
lsh = MinHashLSH(threshold=0.8, num_perm=128)
with gzip.open(output, "wt", encoding="utf-8") as out:
    for file in sorted(pathlib.Path(source).glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                words = word.findall(json.loads(line)["text"].lower())
                shingles = {" ".join(words[i : i + 5]).encode() for i in range(max(1, len(words) - 4))}
                signature = MinHash(num_perm=128)
                signature.update_batch(shingles)
                if not lsh.query(signature):
                    lsh.insert(f"{file.name}:{number}", signature)
                    out.write(line)
