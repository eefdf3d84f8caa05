"""Fits a vector for each token so that the weighted mean over a passage points where the encoder points.

    python fit.py ENCODER PASSAGES VECTORS WRITTEN FOLDER

ENCODER is a folder written by encoder.py, PASSAGES and VECTORS are those of embed.py, WRITTEN holds LANG.jsonl with the written training texts. FOLDER gets token-vectors.bin, in the format that TokenVectors
reads. How near new texts come is measured on a fifth of the written texts, with vectors fitted without them.
Ridge regression from the encoder's vectors of single tokens on, by conjugate gradients (Hestenes and Stiefel 1952); no chance is involved.
"""

import json
import re
import struct
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import onnxruntime
import scipy.sparse as sparse
from embed import embed
from tokenizers import Tokenizer, models

LANGUAGES = "id ms th vi tl km lo my en zh ta".split()
DIMENSIONS = 256
FOLDS = 5
RARE = 25
RARE_CHARACTER = 3
LONGEST_WRITTEN = 700
COMMON = 1e-3
PENALTY = 0.05
STEPS = 24
STEPS_OF_FOLD = 10
UNKNOWN = -30.0
UNKNOWN_PENALTY = 10
DIGIT = re.compile(r"\d")


def fold(text):
    """As TokenVectors.fold does it."""
    return " " + " ".join(DIGIT.sub("0", text.lower()).split())


class Vocabulary:
    """The encoder's pieces in lower case that occur in the passages."""

    def __init__(self, encoder, passages):
        pieces = {}
        for piece, score in json.loads((encoder / "tokenizer.json").read_text())["model"]["vocab"]:
            if not (piece.startswith("<") and piece.endswith(">")):
                folded = DIGIT.sub("0", piece.replace("\u2581", " ").lower())
                pieces[folded] = max(score, pieces.get(folded, -np.inf))
        self._use(pieces)
        counts = Counter(self.cut(passages)[0].tolist())
        self._use({
            piece: pieces[piece]
            for piece, count in ((self.pieces[i], n) for i, n in counts.items() if i > 0)
            if count >= RARE or len(piece) == 1 and count >= RARE_CHARACTER
        })

    def _use(self, pieces):
        items = [("<unk>", UNKNOWN)] + sorted(pieces.items())
        self.pieces, self.scores = zip(*items)
        self.model = Tokenizer(models.Unigram(items, 0, False))

    def cut(self, passages):
        ids, ends = [], [0]
        for at in range(0, len(passages), 10_000):
            for encoding in self.model.encode_batch(passages[at:at + 10_000]):
                ids.append(np.array(encoding.ids, np.int32))
                ends.append(ends[-1] + len(ids[-1]))
        return np.concatenate(ids), np.array(ends, np.int64)


def means(ids, ends, weights):
    """A row for each passage: the share of each token in its mean."""
    rows = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    shares = weights[ids] / (np.bincount(rows, weights[ids], len(ends) - 1) + 1e-9)[rows]
    matrix = sparse.csr_matrix((shares.astype(np.float32), ids.copy(), ends.copy()), (len(ends) - 1, len(weights)))
    matrix.sum_duplicates()
    return matrix


def unit(rows):
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def descend(matrix, targets, vectors, steps):
    """Vectors nearer to the least |matrix vectors - targets|² + PENALTY |vectors - prior|², from the prior on."""
    transposed = matrix.T.tocsr()
    residual = transposed @ (targets - matrix @ vectors)
    change = np.zeros_like(vectors)
    direction = residual.copy()
    square = (residual**2).sum(0)
    for _ in range(steps):
        curved = transposed @ (matrix @ direction) + PENALTY * direction
        step = square / ((direction * curved).sum(0) + 1e-12)
        change += step * direction
        residual -= step * curved
        before, square = square, (residual**2).sum(0)
        direction = residual + square / (before + 1e-12) * direction
    return vectors + change


def cosine(a, b):
    return float((unit(a) * unit(b)).sum(1).mean())


def write(path, vocabulary, weights, vectors):
    """Weights are part of the vectors; their lengths do not matter beyond that, so that a scale each and bytes are enough."""
    with open(path, "wb") as out:
        out.write(struct.pack(">iid", len(vocabulary.pieces) - 1, DIMENSIONS, UNKNOWN - UNKNOWN_PENALTY))
        for i in range(1, len(vocabulary.pieces)):
            piece = vocabulary.pieces[i].encode("utf-8")
            vector = vectors[i] * weights[i]
            scale = max(float(np.abs(vector).max()), 1e-9) / 127
            out.write(struct.pack(">H", len(piece)) + piece)
            out.write(struct.pack(">ff", vocabulary.scores[i], scale))
            out.write(np.rint(vector / scale).astype(np.int8).tobytes())


def written(folder):
    """The texts and the fold of each: lines in turn."""
    texts, folds = [], []
    for language in LANGUAGES:
        lines = (folder / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            text = json.loads(line)
            head = text["title"] + ". " if text["title"] else ""
            texts.append(" ".join((head + text["text"]).split())[:LONGEST_WRITTEN])
            folds.append(number % FOLDS)
    return texts, np.array(folds)


def main(encoder, passages, vectors, texts, folder):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(encoder / "encoder.onnx", options)
    tokeniser = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokeniser.enable_truncation(96)
    targets = np.fromfile(vectors, np.float16).reshape(-1, 384).astype(np.float32)
    lines = [fold(line) for line in passages.read_text(encoding="utf-8").split("\n")[:len(targets)]]
    own, folds = written(texts)
    vocabulary = Vocabulary(encoder, lines)
    tokens = embed(session, tokeniser, [piece.strip() or "." for piece in vocabulary.pieces]).astype(np.float32)
    own_targets = embed(session, tokeniser, own).astype(np.float32)
    ids, ends = vocabulary.cut(lines)
    counts = np.bincount(ids, minlength=len(vocabulary.pieces)) + 1
    weights = COMMON / (COMMON + counts / counts.sum())
    weights[0] = 0
    matrix = means(ids, ends, weights)
    own_matrix = means(*vocabulary.cut([fold(text) for text in own]), weights)
    centre = targets.mean(0)
    axes = np.linalg.svd(targets[:20_000] - centre, full_matrices=False)[2][:DIMENSIONS].T
    targets = unit((targets - centre) @ axes)
    own_targets = unit((own_targets - centre) @ axes)
    start = unit((tokens - tokens.mean(0)) @ axes)
    mean = matrix @ start
    start *= (mean * targets).sum() / (mean * mean).sum()
    print(f"{len(lines)} passages, {len(vocabulary.pieces)} tokens, single tokens: cosine {cosine(mean, targets):.3f}", flush=True)
    common = descend(matrix, targets, start, STEPS)
    print(f"fitted: cosine {cosine(matrix @ common, targets):.3f}, of written texts {cosine(own_matrix @ common, own_targets):.3f}", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    for held in [0, FOLDS]:
        used = folds != held
        fitted = descend(sparse.vstack([matrix, own_matrix[used]]).tocsr(), np.vstack([targets, own_targets[used]]), common,
                         STEPS_OF_FOLD)
        measured = ~used if held < FOLDS else used
        print(f"written texts {'held out' if held < FOLDS else 'used'}: cosine {cosine(own_matrix[measured] @ fitted, own_targets[measured]):.3f}", flush=True)
    write(folder / "token-vectors.bin", vocabulary, weights, fitted)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
