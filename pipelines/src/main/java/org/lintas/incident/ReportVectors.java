package org.lintas.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.lintas.text.Language;
import org.lintas.topic.passage.PassageModel;
import org.lintas.topic.passage.PassageVectors;
import org.lintas.topic.passage.TokenVectors;

/**
 * What the parts of a report mean, in any language: sums of the vectors of tokens. In some of them a token counts as much as it tells one event from
 * another: these weights, {@code token_weights.bin}, were fitted to headlines and the texts that belong to them. For use by one thread.
 */
public final class ReportVectors {

    /** A weight is e to the power of its byte divided by this. */
    public static final double SCALE = 48;

    private static final String RESOURCE = "token_weights.bin";

    /**
     * What {@link PassageModel#normalise normalised} vectors are multiplied by. Their largest dimensions, a third of all, do not fit into a byte and are
     * cut: pairs of one incident are told as well by these as by whole ones.
     */
    private static final double VECTOR_SCALE = 300;

    private static final float[] WEIGHTS = weights();

    private final TokenVectors vectors;
    private final TokenVectors weighted;

    /**
     * Vectors of reports.
     *
     * @param vectors those of tokens, not in use by another thread
     */
    public ReportVectors(TokenVectors vectors) {
        this.vectors = vectors;
        this.weighted = vectors.weighted(WEIGHTS);
    }

    private static float[] weights() {
        try (InputStream in = ReportVectors.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = in.readAllBytes();
            var weights = new float[bytes.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) StrictMath.exp(bytes[i] / SCALE);
            }
            return weights;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /**
     * The vectors of each part, a byte a dimension: what counts is where they point.
     *
     * @param title headline, empty if there is none
     */
    public Map<Meaning, ByteBuffer> of(Language language, String title, String text) {
        String opening = ReportReader.opening(language, text);
        String head = title.isBlank() ? Sentences.first(opening) : title;
        String beginning = title + "\n" + opening;
        Map<Meaning, ByteBuffer> parts = new EnumMap<>(Meaning.class);
        parts.put(
                Meaning.OPENING,
                bytes(PassageVectors.of(vectors, language, title, text).opening()));
        parts.put(Meaning.TITLE, weighted(head));
        parts.put(Meaning.BEGINNING, weighted(beginning));
        return parts;
    }

    private ByteBuffer weighted(String part) {
        return bytes(part.isBlank() ? new float[weighted.dimensions()] : PassageModel.normalise(weighted.encode(part)));
    }

    private static ByteBuffer bytes(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length);
        for (float value : vector) {
            bytes.put((byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, Math.round(value * VECTOR_SCALE))));
        }
        return bytes.flip();
    }
}
