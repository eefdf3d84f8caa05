package org.lintas.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists, writes, reads and removes files of any file system; contents must fit in memory. */
public final class SmallFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SmallFiles.class);

    private static final int MAX_DEPTH = 10;

    private SmallFiles() {}

    /**
     * The files that match a path or pattern, without folders. On the local disk the path is taken literally, except
     * for {@code *} or {@code **} as the last name.
     */
    public static List<MatchResult.Metadata> list(String pattern) throws IOException {
        if (!pattern.contains("://")) {
            return listLocal(pattern);
        }
        try {
            return withoutFolders(
                    FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata());
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static List<MatchResult.Metadata> listLocal(String pattern) throws IOException {
        Path path = Path.of(pattern);
        String last = path.getFileName().toString();
        var listing = new LocalListing();
        if (last.equals("*") || last.equals("**")) {
            listing.addBelow(path.getParent(), last);
        } else if (Files.isRegularFile(path)) {
            try {
                listing.addPlain(path);
            } catch (NoSuchFileException e) {
                LOG.debug("another run removed the file just now", e);
            }
        }
        if (listing.skipped().has(SkippedPaths.Kind.UNREADABLE)) {
            throw new IOException(String.join("; ", listing.skipped().lines()));
        }
        return listing.files().stream()
                .map(file -> MatchResult.Metadata.builder()
                        .setResourceId(FileSystems.matchNewResource(file.path(), false))
                        .setSizeBytes(file.bytes())
                        .setLastModifiedMillis(file.modified().toMillis())
                        .setIsReadSeekEfficient(true)
                        .build())
                .toList();
    }

    /** The files in a folder, without subfolders; none if it does not exist. Its name is taken literally. */
    public static List<MatchResult.Metadata> listIn(String folder) throws IOException {
        if (isRemote(folder)) {
            return list(folder + "/*");
        }
        var files = new ArrayList<MatchResult.Metadata>();
        try (Stream<Path> paths = Files.list(Path.of(folder))) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                // An existing path is found by its literal name.
                files.addAll(list(path.toString()));
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    /** Sizes of all files in and below folders, by path; missing folders are ignored. */
    public static Map<String, Long> listBelow(List<String> folders) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        if (folders.stream().anyMatch(SmallFiles::isRemote)) {
            // On Hadoop, ** does not match files directly in the folder.
            List<String> patterns = folders.stream()
                    .flatMap(folder -> folder.startsWith("hdfs://")
                            ? Stream.of(folder + "/*", folder + "/**")
                            : Stream.of(folder + "/**"))
                    .toList();
            var listed = new ArrayList<MatchResult.Metadata>();
            // In one call, so that the storage may list them in parallel.
            for (MatchResult result : FileSystems.match(patterns, EmptyMatchTreatment.ALLOW)) {
                listed.addAll(found(result));
            }
            withoutFolders(listed).forEach(file -> files.put(file.resourceId().toString(), file.sizeBytes()));
        } else {
            for (String folder : folders) {
                files.putAll(listBelow(Path.of(folder)));
            }
        }
        return files;
    }

    private static List<MatchResult.Metadata> found(MatchResult result) throws IOException {
        try {
            return result.metadata();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static Map<String, Long> listBelow(Path folder) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                    files.put(path.toString(), Files.size(path));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return files;
    }

    private static boolean isRemote(String place) {
        return place.contains("://");
    }

    /**
     * Removes folders from a listing: Hadoop lists them like files. A path that is the parent of another one is a
     * folder.
     */
    public static List<MatchResult.Metadata> withoutFolders(List<MatchResult.Metadata> listed) {
        var folders = new HashSet<String>();
        for (MatchResult.Metadata file : listed) {
            String path = file.resourceId().toString();
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                folders.add(path.substring(0, slash));
            }
        }
        return listed.stream()
                .filter(file -> !file.resourceId().isDirectory()
                        && !folders.contains(file.resourceId().toString()))
                .toList();
    }

    /** Removes a folder with all its content; does nothing if it does not exist. */
    public static void deleteAll(String folder) throws IOException {
        if (!isRemote(folder)) {
            deleteAll(Path.of(folder));
            return;
        }
        Map<String, Long> leaves = listBelow(List.of(folder));
        // Hadoop also lists folders; a folder becomes a leaf once it is empty.
        for (int depth = 0; depth < MAX_DEPTH && !leaves.isEmpty(); depth++) {
            List<ResourceId> files = leaves.keySet().stream()
                    .map(file -> FileSystems.matchNewResource(file, false))
                    .toList();
            FileSystems.delete(files, StandardMoveOptions.IGNORE_MISSING_FILES);
            leaves = listBelow(List.of(folder));
        }
        if (!leaves.isEmpty()) {
            throw new IOException("cannot remove " + leaves.keySet().iterator().next());
        }
        delete(folder);
    }

    /**
     * Removes some of the files below a folder, by path, and the folders that become empty; of a symbolic link on the local disk only the link is
     * removed.
     */
    public static void deleteBelow(String folder, Predicate<String> files) throws IOException {
        if (isRemote(folder)) {
            Map<String, Long> listed = listBelow(List.of(folder));
            // What is empty may be a folder of Hadoop.
            if (listed.entrySet().stream().allMatch(file -> file.getValue() == 0 || files.test(file.getKey()))) {
                deleteAll(folder);
            } else {
                for (String file : listed.keySet().stream().filter(files).toList()) {
                    delete(file);
                }
            }
        } else if (Files.isDirectory(Path.of(folder))) {
            try (Stream<Path> paths = Files.walk(Path.of(folder))) {
                for (Path path : paths.toList()) {
                    if ((Files.isSymbolicLink(path) || Files.isRegularFile(path)) && files.test(path.toString())) {
                        Files.deleteIfExists(path);
                    }
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            removeEmptyFolders(folder);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        // A plain file of this name is not part of a corpus and is kept; of a symbolic link only the link is removed.
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    public static void write(String path, String content) throws IOException {
        try (WritableByteChannel channel =
                FileSystems.create(FileSystems.matchNewResource(path, false), "text/plain")) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    public static String read(String path) throws IOException {
        try (InputStream in = Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(path, false)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Removes a file if it exists. */
    public static void delete(String path) throws IOException {
        FileSystems.delete(
                List.of(FileSystems.matchNewResource(path, false)), StandardMoveOptions.IGNORE_MISSING_FILES);
    }

    /** Removes empty folders on the local disk. Object stores have no folders. */
    public static void removeEmptyFolders(String folder) throws IOException {
        if (isRemote(folder) || !Files.isDirectory(Path.of(folder))) {
            return;
        }
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path) && isEmpty(path)) {
                    Files.delete(path);
                }
            }
        } catch (UncheckedIOException | NoSuchFileException | DirectoryNotEmptyException e) {
            LOG.debug("another run changes the folder", e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
