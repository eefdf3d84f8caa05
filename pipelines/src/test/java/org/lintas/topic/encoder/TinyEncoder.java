package org.lintas.topic.encoder;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lintas.topic.Taxonomy;
import org.lintas.topic.passage.PassageModel;

/**
 * Writes an encoder that knows three words: a graph that looks up the vectors of tokens, its tokenizer, a model that takes each word for a
 * topic, and the grades that are shipped.
 */
public final class TinyEncoder {

    static final int DIMENSIONS = 3;

    /** The words, each with its topic. Their tokens come after the four marks and the space. */
    static final List<String> WORDS = List.of("heroin", "ivory", "Pirates");

    static final List<String> TOPICS = List.of("drug_trafficking", "wildlife_trafficking", "maritime_piracy");

    private static final List<String> MARKS = List.of("<s>", "<pad>", "</s>", "<unk>");

    private static final int FIRST_WORD = MARKS.size() + 1;
    private static final float SURE = 8;

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private TinyEncoder() {}

    /** Writes the files; returns the path of the graph. */
    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
        writeModel(folder, TOPICS);
        try (InputStream grades = Taxonomy.class.getResourceAsStream("topic.model.gz")) {
            Files.copy(grades, folder.resolve("topic.model.gz"));
        }
        return Files.write(folder.resolve("encoder.onnx"), graph());
    }

    /** Writes a model that takes the words for these topics, in this order. */
    static void writeModel(Path folder, List<String> topics) throws IOException {
        List<String> all = Taxonomy.builtIn().topics();
        var inner = new float[(DIMENSIONS + 1) * DIMENSIONS];
        var outer = new float[(DIMENSIONS + 1) * all.size()];
        for (int i = 0; i < DIMENSIONS; i++) {
            inner[i * DIMENSIONS + i] = 1;
            outer[i * all.size() + all.indexOf(topics.get(i))] = 2;
        }
        for (int topic = 0; topic < all.size(); topic++) {
            outer[DIMENSIONS * all.size() + topic] = -SURE;
        }
        try (var out = Files.newOutputStream(folder.resolve("passage.model"))) {
            new PassageModel(DIMENSIONS, DIMENSIONS, all.size(), inner, outer).write(out);
        }
    }

    private static String tokenizer() {
        var vocabulary = new StringBuilder();
        MARKS.forEach(mark -> vocabulary.append("[\"").append(mark).append("\", 0.0], "));
        vocabulary.append("[\"\u2581\", -2.0]");
        WORDS.forEach(word -> vocabulary.append(", [\"\u2581").append(word).append("\", -3.0]"));
        return "{\"model\": {\"type\": \"Unigram\", \"unk_id\": 3, \"vocab\": [" + vocabulary + "]}}";
    }

    /** {@code ModelProto} of the <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">ONNX format</a>: one node, Gather. */
    private static byte[] graph() {
        int tokens = FIRST_WORD + WORDS.size();
        var words = ByteBuffer.allocate(tokens * DIMENSIONS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < DIMENSIONS; i++) {
            words.putFloat(((FIRST_WORD + i) * DIMENSIONS + i) * Float.BYTES, 1);
        }
        byte[] table = message(
                number(1, tokens), number(1, DIMENSIONS), number(2, FLOAT), text(8, "words"), bytes(9, words.array()));
        byte[] gather = message(text(1, "words"), text(1, "input_ids"), text(2, "vectors"), text(4, "Gather"));
        byte[] graph = message(
                bytes(1, gather),
                text(2, "tiny"),
                bytes(5, table),
                bytes(11, value("input_ids", INT64, "texts", "tokens")),
                bytes(11, value("attention_mask", INT64, "texts", "tokens")),
                bytes(12, value("vectors", FLOAT, "texts", "tokens", "size")));
        return message(number(1, 9), bytes(7, graph), bytes(8, message(text(1, ""), number(2, 17))));
    }

    private static byte[] value(String name, int type, String... dimensions) {
        byte[][] shape = new byte[dimensions.length][];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = bytes(1, message(text(2, dimensions[i])));
        }
        return message(text(1, name), bytes(2, message(bytes(1, message(number(1, type), bytes(2, message(shape)))))));
    }

    private static byte[] message(byte[]... fields) {
        return ByteString.copyFrom(
                        List.of(fields).stream().map(ByteString::copyFrom).toList())
                .toByteArray();
    }

    private static byte[] number(int field, int value) {
        return field(out -> out.writeInt64(field, value));
    }

    private static byte[] text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int field, byte[] value) {
        return field(out -> out.writeByteArray(field, value));
    }

    /** Writes a field. */
    private interface Field {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] field(Field field) {
        ByteString.Output bytes = ByteString.newOutput();
        var out = CodedOutputStream.newInstance(bytes);
        try {
            field.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteString().toByteArray();
    }
}
