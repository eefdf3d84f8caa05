package org.lintas.topic.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.lintas.topic.passage.Vocabulary;

/**
 * Cuts text into the tokens of a SentencePiece unigram model, as described by the {@code tokenizer.json} of the library
 * <a href="https://huggingface.co/docs/tokenizers">tokenizers</a>: text is brought to NFKC, white space becomes U+2581, and the likeliest
 * sequence of pieces is taken (Kudo 2018, arXiv:1804.10959).
 */
final class UnigramTokenizer {

    private static final char SPACE = '\u2581';

    /** How much less likely than the least likely piece an unknown character is. */
    private static final double UNKNOWN_PENALTY = 10;

    private final Vocabulary vocabulary;

    /** Token of each piece of the vocabulary. */
    private final int[] tokens;

    private final long unknown;
    private final long begin;
    private final long end;

    private UnigramTokenizer(Vocabulary vocabulary, int[] tokens, long unknown, long begin, long end) {
        this.vocabulary = vocabulary;
        this.tokens = tokens;
        this.unknown = unknown;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Reads {@code tokenizer.json}.
     *
     * @throws IOException if it is not the JSON of a unigram model that puts one token before and one behind a text
     */
    static UnigramTokenizer read(InputStream json) throws IOException {
        JsonNode root = new ObjectMapper().readTree(json);
        JsonNode model = root.path("model");
        if (!model.path("vocab").isArray() || !model.path("unk_id").isInt()) {
            throw new IOException(
                    "is not a unigram model (SentencePiece): model.vocab is no list, or unk_id is missing");
        }
        var pieces = new ArrayList<String>();
        var tokens = new ArrayList<Integer>();
        var scores = new ArrayList<Float>();
        Map<String, Long> byPiece = new HashMap<>();
        float least = 0;
        for (int token = 0; token < model.path("vocab").size(); token++) {
            JsonNode entry = model.path("vocab").path(token);
            String piece = entry.path(0).asText();
            byPiece.put(piece, (long) token);
            // Marks such as <s> stand for no text.
            if (!piece.isEmpty() && !(piece.startsWith("<") && piece.endsWith(">"))) {
                float score = (float) entry.path(1).asDouble();
                pieces.add(piece);
                tokens.add(token);
                scores.add(score);
                least = Math.min(least, score);
            }
        }
        var scoreOf = new float[scores.size()];
        for (int i = 0; i < scoreOf.length; i++) {
            scoreOf[i] = scores.get(i);
        }
        return new UnigramTokenizer(
                new Vocabulary(pieces, scoreOf, least - UNKNOWN_PENALTY),
                tokens.stream().mapToInt(Integer::intValue).toArray(),
                model.path("unk_id").asLong(),
                mark(byPiece, "<s>"),
                mark(byPiece, "</s>"));
    }

    private static long mark(Map<String, Long> tokens, String piece) throws IOException {
        Long token = tokens.get(piece);
        if (token == null) {
            throw new IOException("has no token " + piece);
        }
        return token;
    }

    /**
     * The tokens of a text, with those that mark its beginning and end.
     *
     * @param most how many at most; the rest of the text is left out
     */
    long[] tokens(String text, int most) {
        LongStream.Builder inside = LongStream.builder();
        boolean wasUnknown = false;
        char[] normal = normalise(text).toCharArray();
        Vocabulary.Cutter cutter = vocabulary.new Cutter();
        int pieces = cutter.cut(normal, 0, normal.length);
        for (int i = 0; i < pieces; i++) {
            int piece = cutter.piece(i);
            boolean isUnknown = piece == Vocabulary.UNKNOWN;
            if (!isUnknown) {
                inside.add(tokens[piece]);
            } else if (!wasUnknown) {
                inside.add(unknown);
            }
            wasUnknown = isUnknown;
        }
        return LongStream.concat(
                        LongStream.concat(LongStream.of(begin), inside.build().limit(most - 2L)), LongStream.of(end))
                .toArray();
    }

    /** NFKC, without control characters, with U+2581 in front and in place of white space. */
    static String normalise(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var normal = new StringBuilder(composed.length() + 1).append(SPACE);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (isSpace(c)) {
                if (normal.charAt(normal.length() - 1) != SPACE) {
                    normal.append(SPACE);
                }
            } else if (!Character.isISOControl(c)) {
                normal.append(c);
            }
        }
        return normal.toString();
    }

    /** What SentencePiece takes for white space, among it marks without width. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == SPACE
                || (c >= '\u200B' && c <= '\u200F')
                || c == '\uFEFF'
                || c == '\uFFFD';
    }
}
