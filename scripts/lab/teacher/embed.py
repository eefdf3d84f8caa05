"""Embeds passages with the encoder: the vectors that the table of the product learns to give.

    python embed.py ENCODER PASSAGES VECTORS

ENCODER is a folder written by encoder.py, PASSAGES has one passage a line. VECTORS gets a row of 384 numbers of half precision for each, in their order. Interrupted, it goes on
where it stopped.
"""

import sys
from itertools import islice
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

DIMENSIONS = 384
CHUNK = 4_096
TOKENS = 1_024
LONGEST = 96


def embed(session, tokeniser, passages):
    """Passages of like length go together: padding costs as much as text."""
    ids = [encoding.ids for encoding in tokeniser.encode_batch(["passage: " + p for p in passages])]
    order = sorted(range(len(ids)), key=lambda i: (len(ids[i]), i))
    vectors = np.empty((len(ids), DIMENSIONS), np.float16)
    at = 0
    while at < len(order):
        longest = len(ids[order[at]])
        count = max(1, TOKENS // (longest + 4))
        batch = [i for i in order[at:at + count] if len(ids[i]) <= longest + 4]
        at += len(batch)
        width = max(len(ids[i]) for i in batch)
        tokens = np.ones((len(batch), width), np.int64)
        mask = np.zeros((len(batch), width), np.int64)
        for row, i in enumerate(batch):
            tokens[row, :len(ids[i])] = ids[i]
            mask[row, :len(ids[i])] = 1
        vectors[batch] = session.run(None, {"ids": tokens, "mask": mask})[0]
    return vectors


def main(encoder, passages, vectors):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(encoder / "encoder.onnx", options)
    tokeniser = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokeniser.enable_truncation(LONGEST)
    row = DIMENSIONS * 2
    done = vectors.stat().st_size // (CHUNK * row) * CHUNK if vectors.exists() else 0
    with open(passages, encoding="utf-8") as lines, open(vectors, "r+b" if vectors.exists() else "wb") as out:
        out.truncate(done * row)
        out.seek(done * row)
        rest = islice(lines, done, None)
        while chunk := [line.rstrip("\n") for line in islice(rest, CHUNK)]:
            out.write(embed(session, tokeniser, chunk).tobytes())
            out.flush()
            done += len(chunk)
            print(done, "passages", file=sys.stderr)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
