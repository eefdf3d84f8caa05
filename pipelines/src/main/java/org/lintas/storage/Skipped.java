package org.lintas.storage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lintas.text.Printable;

/** What a listing has passed over: how much of each kind, and a few of each by name. */
public final class Skipped {

    /** As many of a kind are told by name. */
    public static final int EXAMPLES = 5;

    /** Why something is not read. */
    public enum Kind {
        /** A link to nothing, or to itself. */
        DANGLING_LINK("links that lead to nothing"),
        DEVICE("devices"),
        /** A folder that a glob matches, and nothing below it. */
        FOLDER("folders that the glob matches; end it with /** to read what lies below"),
        /** Listed, and not there any more when it was looked at. */
        GONE("files that went away while they were listed"),
        HIDDEN("names that start with . or _"),
        OUTPUT("files of the earlier corpus in --output, which is removed first"),
        PIPE("pipes; write what comes out to a file"),
        /** A file that is read under another path. */
        SAME_FILE("files that are reached twice and read once"),
        /** A folder whose files are read under another path. */
        SAME_FOLDER("folders that are reached twice and read once"),
        SOCKET("sockets"),
        /** Neither file nor folder, and nobody knows what. */
        SPECIAL_FILE("neither files nor folders"),
        UNREADABLE("folders, or what lies in them, that cannot be read; check their permissions"),
        /** Java cannot open it: its bytes are no UTF-8. */
        UNREADABLE_NAME("names that are not in UTF-8 (shown with %); rename them to be read");

        private final String explanation;

        Kind(String explanation) {
            this.explanation = explanation;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Kind, Long> counts = new TreeMap<>();
    private final Map<Kind, TreeSet<String>> examples = new TreeMap<>();

    /**
     * Counts something.
     *
     * @param path where it is
     */
    public void add(Kind kind, String path) {
        counts.merge(kind, 1L, Long::sum);
        TreeSet<String> some = examples.computeIfAbsent(kind, any -> new TreeSet<>());
        some.add(Printable.of(path));
        if (some.size() > EXAMPLES) {
            some.pollLast();
        }
    }

    public boolean has(Kind kind) {
        return counts.containsKey(kind);
    }

    /** How much, by kind. */
    public Map<String, Long> counts() {
        Map<String, Long> byName = new TreeMap<>();
        counts.forEach((kind, count) -> byName.put(kind.toString(), count));
        return byName;
    }

    /** The first few paths of each kind, as they can be shown. */
    public Map<String, List<String>> examples() {
        Map<String, List<String>> byName = new TreeMap<>();
        examples.forEach((kind, some) -> byName.put(kind.toString(), List.copyOf(some)));
        return byName;
    }

    /** A line for people about each kind. */
    public List<String> lines() {
        return counts.entrySet().stream()
                .map(count -> line(count.getKey(), count.getValue()))
                .toList();
    }

    private String line(Kind kind, long count) {
        TreeSet<String> some = examples.get(kind);
        long more = count - some.size();
        return String.format(
                Locale.ROOT,
                "skipped: %s %,d, %s: %s%s",
                kind,
                count,
                kind.explanation,
                String.join(", ", some),
                more == 0 ? "" : String.format(Locale.ROOT, " and %,d more", more));
    }
}
