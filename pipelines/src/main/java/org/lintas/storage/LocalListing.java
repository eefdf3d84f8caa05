package org.lintas.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Lists files on the local disk, each once even if several paths lead to it, and records what was skipped. A folder
 * means all files in and below it whose names do not start with a dot or underscore; a glob means the files that match
 * it. Symbolic links are followed. For a file that is reached by several paths, the path without links is used, or else
 * the first in character order. So the result does not depend on the order of the arguments or of the directory
 * entries.
 */
public final class LocalListing {

    /** Mask for the file type in a Unix mode, see inode(7). */
    private static final int TYPE = 0170000;

    private static final Comparator<Found> BY_PATH =
            Comparator.comparing(found -> found.path().toString());

    /** Paths without links first. */
    private static final Comparator<Found> PREFERRED = Comparator.<Found, Boolean>comparing(
                    found -> !found.path().equals(found.real()))
            .thenComparing(BY_PATH);

    /**
     * A file.
     *
     * @param path path by which it was found
     * @param real path with links resolved
     */
    private record Found(Path path, Path real, long bytes, FileTime modified) {}

    /**
     * Identifies a file across hard links. File keys may repeat across merged file systems; size and time distinguish
     * such files.
     */
    private record Identity(Object fileKey, long bytes, FileTime modified) {}

    private record Folder(Path path, Path real, Glob.Position position) {}

    private record Visit(Path real, Glob.Position position) {}

    /** A file of the listing, by its absolute path. */
    public record File(String path, long bytes, FileTime modified) {}

    private final Map<Path, Found> files = new HashMap<>();
    private final Map<Identity, Path> realPaths = new HashMap<>();
    private final SkippedPaths skipped = new SkippedPaths();

    /** Lists one folder recursively. */
    private final class Walk {
        private final boolean hiddenToo;
        private final Queue<Folder> folders = new ArrayDeque<>();
        private final Queue<Folder> links =
                new PriorityQueue<>(Comparator.comparing(folder -> folder.path().toString()));
        private final Set<Visit> visits = new HashSet<>();
        private long found;

        Walk(boolean hiddenToo) {
            this.hiddenToo = hiddenToo;
        }

        /**
         * Lists a folder recursively. Linked folders come last, so that files below the folder are found by their own
         * paths.
         */
        long from(Path folder, Glob.Position position) throws IOException {
            var first = new Folder(folder, folder.toRealPath(), position);
            visits.add(new Visit(first.real(), position));
            visit(first);
            while (!folders.isEmpty() || !links.isEmpty()) {
                boolean isLink = folders.isEmpty();
                Folder next = isLink ? links.remove() : folders.remove();
                if (!visits.add(new Visit(next.real(), next.position()))) {
                    skipped.add(SkippedPaths.Kind.SAME_FOLDER, next.path().toString());
                    continue;
                }
                try {
                    visit(next);
                } catch (IOException e) {
                    skipped.add(SkippedPaths.Kind.UNREADABLE, next.path().toString());
                }
            }
            return found;
        }

        private void visit(Folder folder) throws IOException {
            for (Path entry : entries(folder.path())) {
                String name = entry.getFileName().toString();
                Glob.Position position = folder.position().after(name);
                Glob.Position below = position.after("/");
                if (!position.isMatch() && below.isDead()) {
                    continue;
                }
                if (!hiddenToo && (name.startsWith(".") || name.startsWith("_"))) {
                    skipped.add(SkippedPaths.Kind.HIDDEN, entry.toString());
                } else if (!isNameable(entry)) {
                    skipped.add(SkippedPaths.Kind.UNREADABLE_NAME, entry.toUri().getRawPath());
                } else {
                    look(entry, folder.real().resolve(name), position.isMatch(), below);
                }
            }
        }

        private void look(Path entry, Path unlinked, boolean isMatch, Glob.Position below) {
            boolean isLink = Files.isSymbolicLink(entry);
            try {
                var attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                Path real = isLink ? entry.toRealPath() : unlinked;
                if (!attributes.isDirectory()) {
                    if (isMatch) {
                        take(entry, real, attributes);
                    }
                } else if (!below.isDead()) {
                    (isLink ? links : folders).add(new Folder(entry, real, below));
                } else {
                    skipped.add(SkippedPaths.Kind.FOLDER, entry.toString());
                }
            } catch (AccessDeniedException e) {
                skipped.add(SkippedPaths.Kind.UNREADABLE, entry.toString());
            } catch (NoSuchFileException e) {
                skipped.add(isLink ? SkippedPaths.Kind.DANGLING_LINK : SkippedPaths.Kind.GONE, entry.toString());
            } catch (IOException e) {
                skipped.add(isLink ? SkippedPaths.Kind.DANGLING_LINK : SkippedPaths.Kind.UNREADABLE, entry.toString());
            }
        }

        private void take(Path path, Path real, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                found++;
                add(path, real, attributes);
            } else {
                skipped.add(special(path), path.toString());
            }
        }
    }

    /**
     * Adds the files of a location.
     *
     * @param place absolute path of a file or a folder, or a glob; an existing path that looks like a glob is treated
     *     as both
     * @return the number of files found, including those added before
     * @throws FileSystemException if it does not exist, cannot be read or is neither a file nor a folder; the reason
     *     says which
     * @throws IllegalArgumentException if it is a malformed glob
     */
    public long add(String place) throws FileSystemException {
        Path path = Path.of(place);
        boolean isThere = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (!Glob.isGlob(place)) {
            return addPlain(path);
        }
        Glob glob;
        try {
            glob = Glob.of(place);
        } catch (IllegalArgumentException e) {
            if (isThere) {
                return addPlain(path);
            }
            throw e;
        }
        return matching(place, glob) + (isThere && !glob.matches(place) ? addPlain(path) : 0);
    }

    /**
     * Adds the files below a folder that match a pattern; wildcards in the path of the folder are taken literally. Adds
     * nothing if the folder does not exist.
     *
     * @return the number of files found
     */
    public long addBelow(Path folder, String pattern) throws IOException {
        return Files.isDirectory(folder)
                ? new Walk(true).from(folder, Glob.of(pattern).start())
                : 0;
    }

    private long matching(String place, Glob glob) throws FileSystemException {
        // The part of the path before the first name with a wildcard is literal.
        int special =
                (int) place.chars().takeWhile(c -> "*?[{\\".indexOf(c) < 0).count();
        String start = place.substring(0, place.lastIndexOf('/', special) + 1);
        Path folder = Path.of(start);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try {
            return new Walk(true).from(folder, glob.start().after(start));
        } catch (IOException e) {
            throw new FileSystemException(start, null, "cannot read " + start + " (" + reason(e) + ")");
        }
    }

    /**
     * Adds the files of a path that is taken literally.
     *
     * @throws NoSuchFileException if it does not exist
     */
    public long addPlain(Path path) throws FileSystemException {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return new Walk(false).from(path, Glob.of("**").start());
            }
            if (attributes.isRegularFile()) {
                add(path, path.toRealPath(), attributes);
                return 1;
            }
        } catch (NoSuchFileException e) {
            String what =
                    Files.isSymbolicLink(path) ? "is a symbolic link whose target does not exist" : "does not exist";
            throw new NoSuchFileException(path.toString(), null, what);
        } catch (IOException e) {
            throw new FileSystemException(
                    path.toString(), null, "cannot be read (" + reason(e) + "): check its permissions");
        }
        String what = special(path).toString().replace('_', ' ');
        throw new FileSystemException(
                path.toString(), null, "is a " + what + ", not a file or folder; write its content to a file first");
    }

    private void add(Path path, Path real, BasicFileAttributes attributes) {
        Object key = attributes.fileKey() == null ? real : attributes.fileKey();
        var identity = new Identity(key, attributes.size(), attributes.lastModifiedTime());
        var found = new Found(path, real, attributes.size(), attributes.lastModifiedTime());
        Path known = files.containsKey(real) ? real : realPaths.getOrDefault(identity, real);
        realPaths.put(identity, known);
        Found before = files.putIfAbsent(known, found);
        if (before != null) {
            boolean isBetter = PREFERRED.compare(found, before) < 0;
            files.put(known, isBetter ? found : before);
            skipped.add(
                    SkippedPaths.Kind.SAME_FILE,
                    (isBetter ? before : found).path().toString());
        }
    }

    /** The files, sorted by path. */
    public List<File> files() {
        return files.values().stream()
                .sorted(BY_PATH)
                .map(found -> new File(found.path().toString(), found.bytes(), found.modified()))
                .toList();
    }

    /** The paths that were skipped. */
    public SkippedPaths skipped() {
        return skipped;
    }

    private static List<Path> entries(Path folder) throws IOException {
        var entries = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    /** Whether a path survives conversion to a string, in which form it is sent to workers. */
    private static boolean isNameable(Path path) {
        try {
            return Path.of(path.toString()).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The type of a path that is neither a file, a folder nor a link. */
    private static SkippedPaths.Kind special(Path path) {
        try {
            return switch ((int) Files.getAttribute(path, "unix:mode") & TYPE) {
                case 0010000 -> SkippedPaths.Kind.PIPE;
                case 0020000, 0060000 -> SkippedPaths.Kind.DEVICE;
                case 0140000 -> SkippedPaths.Kind.SOCKET;
                default -> SkippedPaths.Kind.SPECIAL_FILE;
            };
        } catch (IOException | UnsupportedOperationException e) {
            return SkippedPaths.Kind.SPECIAL_FILE;
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
