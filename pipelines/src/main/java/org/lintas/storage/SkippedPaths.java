package org.lintas.storage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lintas.text.Printable;

/** Paths that a listing has skipped: counts by kind, and a few examples of each. */
public final class SkippedPaths {

    /** Maximum number of examples of a kind. */
    public static final int EXAMPLES = 5;

    /** Why a path is skipped. */
    public enum Kind {
        /** A symbolic link with a missing target, or to itself. */
        DANGLING_LINK("symbolic links whose target does not exist"),
        DEVICE("devices"),
        /** A folder that matches a glob which cannot match anything below it. */
        FOLDER("folders that match the glob; append /** to read the files in them"),
        /** Deleted between listing and inspection. */
        GONE("files that were deleted while they were listed"),
        HIDDEN("names that start with . or _"),
        OUTPUT("files of the previous corpus in --output, which is removed first"),
        PIPE("pipes; write their content to a file first"),
        /** A file that is already read by another path. */
        SAME_FILE("files that are reached by several paths and read once"),
        /** A folder whose files are already read by another path. */
        SAME_FOLDER("folders that are reached by several paths and read once"),
        SOCKET("sockets"),
        /** Neither a file nor a folder nor one of the known special types. */
        SPECIAL_FILE("special files of unknown type"),
        UNREADABLE("folders that cannot be read, or whose content cannot; check their permissions"),
        /** The name is not valid UTF-8, so that Java cannot open it. */
        UNREADABLE_NAME("names that are not valid UTF-8 (shown with %); rename them to be read");

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
     * Counts a skipped path.
     *
     * @param path the path
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

    /** Counts by kind. */
    public Map<String, Long> counts() {
        Map<String, Long> byName = new TreeMap<>();
        counts.forEach((kind, count) -> byName.put(kind.toString(), count));
        return byName;
    }

    /** The first few paths of each kind, in printable form. */
    public Map<String, List<String>> examples() {
        Map<String, List<String>> byName = new TreeMap<>();
        examples.forEach((kind, some) -> byName.put(kind.toString(), List.copyOf(some)));
        return byName;
    }

    /** One line per kind for the user. */
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
