package org.lintas.dedup.line;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lintas.dedup.line.EdgeLine.Kind;

/**
 * Decides which lines an outlet repeats. What it counts are articles of a sample whose texts differ:
 *
 * <ul>
 *   <li>A line is repeated that {@value #MIN_ARTICLES} articles have, and one in two hundred; a sentence needs one in a hundred, and
 *     half of the articles of a small outlet.
 *   <li>Articles in which it stands are about anything. Those with a sentence of a story, such as its background, have words of their
 *     headlines in common that are rare in others.
 *   <li>A label whose words are elsewhere in the text, too, is a caption or a heading.
 *   <li>A notice is always worded the same. A stock sentence ("The case is being investigated under …") has other endings.
 *   <li>A tail of the last line that does not start as a sentence does needs one article in five, and a tail is only as long as three
 *     in four articles with it have it.
 * </ul>
 */
public final class RepeatedLines {

    private static final int MIN_ARTICLES = 10;
    private static final double LABEL_SHARE = .005;
    private static final double PROSE_SHARE = .01;
    private static final double RUN_ON_SHARE = .2;

    /** In an outlet with fewer articles, all of which may be about one story, a sentence has to be in half of them. */
    private static final int MANY_ARTICLES = 100;

    private static final double SMALL_OUTLET_SHARE = .5;

    /** Texts with so many equal bytes of their signatures, of 40, are versions of one. */
    private static final int SAME_TEXT = 20;

    /** A word in this share of the headlines, and so much rarer in those of the outlet, tells what the articles are about. */
    private static final double COMMON_WORD = .5;

    private static final double RARER = 3;

    /** Least share of the sentences with the same opening that go on the same. */
    private static final double SAME_WORDING = .5;

    /** Share of the articles with a label that take it up elsewhere from which on it is of their stories. */
    private static final double TAKEN_UP = .5;

    private static final double LONGER_TAIL = .75;

    /** Of more lines the most frequent ones count, so that memory is bounded. */
    private static final int MAX_LINES = 256;

    /** Of an outlet that repeats nothing. */
    public static final RepeatedLines NONE = new RepeatedLines(new long[0]);

    /** Distinguishes the hash of a line where it runs on from the same line by itself. */
    private static final long RUNNING_ON = 0x165667B19E3779F9L;

    /** A line, the articles in which it stands, and those in which it stands by itself. */
    private static final class Line {
        final List<ArticleLines> articles = new ArrayList<>();
        final List<ArticleLines> byItself = new ArrayList<>();
        int takenUp;
        Kind kind = Kind.RUN_ON;
        int opening;
        Long shorterTail;
    }

    private final long[] hashes;

    private RepeatedLines(long[] hashes) {
        this.hashes = hashes;
    }

    /** The lines that the articles of a sample repeat. */
    public static RepeatedLines of(OutletSample sample) {
        return new Finder(sample.articles().stream().map(ArticleLines::of).toList()).find();
    }

    /** Reads what {@link #toBytes} wrote. */
    public static RepeatedLines of(byte[] stored) {
        var hashes = new long[stored.length / Long.BYTES];
        ByteBuffer.wrap(stored).asLongBuffer().get(hashes);
        return new RepeatedLines(hashes);
    }

    /** Their hashes; empty if there are none. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * hashes.length);
        bytes.asLongBuffer().put(hashes);
        return bytes.array();
    }

    /** Whether a line is repeated, as it stands in an article. */
    boolean contains(long hash, Kind kind) {
        return Arrays.binarySearch(hashes, key(hash, kind)) >= 0;
    }

    private static long key(long hash, Kind kind) {
        return kind == Kind.RUN_ON ? hash ^ RUNNING_ON : hash;
    }

    private static final class Finder {
        private final List<ArticleLines> articles;
        private final Map<Long, Line> lines = new HashMap<>();
        private final Map<Integer, Integer> openings = new HashMap<>();
        private final int[] words = new int[1 << Short.SIZE];

        Finder(List<ArticleLines> articles) {
            this.articles = articles;
            articles.forEach(this::count);
        }

        private void count(ArticleLines article) {
            for (short word : article.headline()) {
                words[Short.toUnsignedInt(word)]++;
            }
            var seen = new HashSet<Long>();
            var seenByItself = new HashSet<Long>();
            var opened = new HashSet<Integer>();
            Long tail = null;
            for (ArticleLines.Line found : article.lines()) {
                Line line = lines.computeIfAbsent(found.hash(), any -> new Line());
                if (found.opening() != 0) {
                    line.opening = found.opening();
                    opened.add(found.opening());
                }
                if (found.kind() != Kind.RUN_ON) {
                    line.kind = found.kind();
                    if (seenByItself.add(found.hash())) {
                        line.byItself.add(article);
                        line.takenUp += found.isTakenUp() ? 1 : 0;
                    }
                }
                // A tail that differs in a dash only is the same.
                if (found.isTail() && (tail == null || tail != found.hash())) {
                    line.shorterTail = tail;
                    tail = found.hash();
                }
                if (seen.add(found.hash())) {
                    line.articles.add(article);
                }
            }
            opened.forEach(opening -> openings.merge(opening, 1, Integer::sum));
        }

        RepeatedLines find() {
            if (articles.size() < MIN_ARTICLES) {
                return NONE;
            }
            Map<Long, Line> repeated = new HashMap<>();
            lines.forEach((hash, line) -> {
                if (isRepeated(line, line.kind) || isRepeated(line, Kind.RUN_ON)) {
                    repeated.put(hash, line);
                }
            });
            return new RepeatedLines(repeated.entrySet().stream()
                    .filter(line -> !isOverlong(line.getKey(), line.getValue(), repeated))
                    .sorted(Comparator.<Map.Entry<Long, Line>>comparingInt(
                                    line -> -line.getValue().articles.size())
                            .thenComparing(Map.Entry::getKey))
                    .limit(MAX_LINES)
                    .flatMap(line -> Stream.of(line.getValue().kind, Kind.RUN_ON)
                            .distinct()
                            .filter(kind -> isRepeated(line.getValue(), kind))
                            .map(kind -> key(line.getKey(), kind)))
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray());
        }

        private boolean isRepeated(Line line, Kind kind) {
            List<ArticleLines> with = kind == Kind.RUN_ON ? line.articles : line.byItself;
            double share = (double) with.size() / articles.size();
            double prose = articles.size() < MANY_ARTICLES ? SMALL_OUTLET_SHARE : PROSE_SHARE;
            boolean isFrequent = with.size() >= MIN_ARTICLES
                    && share
                            >= switch (kind) {
                                case LABEL -> LABEL_SHARE;
                                case PROSE -> prose;
                                case RUN_ON -> RUN_ON_SHARE;
                            };
            return isFrequent
                    && (kind != Kind.LABEL || line.takenUp < TAKEN_UP * with.size())
                    && (kind != Kind.PROSE || with.size() >= SAME_WORDING * openings.get(line.opening))
                    && !areOfOneStory(with)
                    && haveDifferentTexts(with, kind == Kind.PROSE ? PROSE_SHARE : LABEL_SHARE);
        }

        private boolean areOfOneStory(List<ArticleLines> with) {
            Map<Short, Integer> common = new HashMap<>();
            for (ArticleLines article : with) {
                for (short word : article.headline()) {
                    common.merge(word, 1, Integer::sum);
                }
            }
            int size = with.size();
            return common.entrySet().stream()
                    .filter(word -> word.getValue() >= COMMON_WORD * size)
                    .anyMatch(word -> (double) word.getValue() / size
                            >= RARER * words[Short.toUnsignedInt(word.getKey())] / articles.size());
        }

        private boolean haveDifferentTexts(List<ArticleLines> with, double share) {
            double needed = Math.max(MIN_ARTICLES, share * articles.size());
            List<byte[]> different = new ArrayList<>();
            for (ArticleLines article : with) {
                if (different.stream().allMatch(other -> equalBytes(other, article.lowBytes()) < SAME_TEXT)) {
                    different.add(article.lowBytes());
                }
                if (different.size() >= needed) {
                    return true;
                }
            }
            return false;
        }

        private static int equalBytes(byte[] one, byte[] other) {
            int equal = 0;
            for (int i = 0; i < one.length; i++) {
                equal += one[i] == other[i] ? 1 : 0;
            }
            return equal;
        }

        /** Whether a shorter tail is repeated much more often: the rest is of stories, or one of several sign-offs. */
        private boolean isOverlong(Long hash, Line line, Map<Long, Line> repeated) {
            var seen = new HashSet<Long>();
            Long shorter = line.shorterTail;
            while (shorter != null && seen.add(shorter) && !shorter.equals(hash)) {
                Line tail = repeated.get(shorter);
                if (tail != null && line.articles.size() < LONGER_TAIL * tail.articles.size()) {
                    return true;
                }
                shorter = lines.get(shorter).shorterTail;
            }
            return false;
        }
    }
}
