package org.lintas.correction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.lintas.record.Packer;
import org.lintas.schemas.CorrectedField;
import org.lintas.schemas.Correction;
import org.lintas.text.Sha256;

/**
 * Decisions of readers, one of each article, field and value: the latest; of several at one time that of the reader, then of the grade, whose name
 * comes last. So the order in which they are given does not matter. Holds them compressed, since workers cannot read the user's files; a task that
 * applies them takes some 300 bytes for each.
 */
public final class Corrections implements Serializable {

    /** Most decisions. */
    public static final int MAX = 100_000;

    private static final long serialVersionUID = 1;

    private static final Comparator<Correction> ORDER = Comparator.comparing(Correction::getDecidedAt)
            .thenComparing(Correction::getReader)
            .thenComparing(decision -> decision.getGrade().name());

    private record Key(String article, CorrectedField field, String value) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::article).thenComparing(Key::field).thenComparing(Key::value);

        static Key of(Correction decision) {
            return new Key(decision.getArticleId(), decision.getField(), decision.getValue());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final int size;
    private final byte[] packed;

    private Corrections(int size, byte[] packed) {
        this.size = size;
        this.packed = packed;
    }

    /** No decisions. */
    public static Corrections none() {
        return of(List.of());
    }

    /**
     * What counts of some decisions.
     *
     * @throws IllegalArgumentException if that are more than {@value #MAX}
     */
    public static Corrections of(Collection<Correction> decisions) {
        Map<Key, Correction> last = new TreeMap<>();
        decisions.forEach(decision -> last.merge(Key.of(decision), decision, Corrections::later));
        if (last.size() > MAX) {
            throw new IllegalArgumentException(String.format("%,d decisions; give at most %,d", last.size(), MAX));
        }
        return new Corrections(last.size(), pack(last.values()));
    }

    /** The one that counts of two decisions on the same. */
    public static Correction later(Correction one, Correction other) {
        return ORDER.compare(one, other) < 0 ? other : one;
    }

    /** Whether two decisions are on the same. */
    public static boolean areOnTheSame(Correction one, Correction other) {
        return Key.of(one).equals(Key.of(other));
    }

    /** All of them, by article, field and value. */
    public List<Correction> list() {
        var decisions = new ArrayList<Correction>(size);
        try (var packer = new Packer()) {
            byte[] bytes = packer.unpack(ByteBuffer.wrap(packed));
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
            var reader = new SpecificDatumReader<>(Correction.class);
            for (int i = 0; i < size; i++) {
                decisions.add(reader.read(null, decoder));
            }
            return decisions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them by article. */
    public Map<String, List<Correction>> byArticle() {
        return list().stream()
                .collect(Collectors.groupingBy(Correction::getArticleId, HashMap::new, Collectors.toList()));
    }

    /** Those that a predicate accepts. */
    public Corrections where(Predicate<Correction> accepted) {
        return of(list().stream().filter(accepted).toList());
    }

    /** Ids of what is no article. */
    public Set<String> notArticles() {
        return list().stream()
                .filter(decision -> decision.getField() == CorrectedField.article)
                .map(Correction::getArticleId)
                .collect(Collectors.toUnmodifiableSet());
    }

    public int size() {
        return size;
    }

    /** SHA-256 of all of them in their order, hexadecimal; empty if there are none. */
    public String digest() {
        return size == 0
                ? ""
                : Sha256.hex(list().stream().map(Correction::toString).collect(Collectors.joining("\n")));
    }

    private static byte[] pack(Collection<Correction> decisions) {
        var bytes = new ByteArrayOutputStream();
        try (var packer = new Packer()) {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            var writer = new SpecificDatumWriter<>(Correction.class);
            for (Correction decision : decisions) {
                writer.write(decision, encoder);
            }
            encoder.flush();
            return packer.pack(bytes.toByteArray(), bytes.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
