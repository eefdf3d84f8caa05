package org.lintas.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.lintas.archive.ArchiveFormat;
import org.lintas.element.ArchiveFile;
import org.lintas.text.Printable;

/** Finds the archive files that {@code --input} names, and their formats. */
public final class InputFiles {

    private static final int READERS = 32;

    private InputFiles() {}

    /**
     * The files of all inputs, each once, sorted by path.
     *
     * @param inputs files, folders and globs; a folder means all files in and below it whose names do not start with a dot
     *     or underscore
     * @throws RunFailure if an input is missing, matches nothing, cannot be read or is of an unknown format
     */
    public static List<ArchiveFile> find(List<String> inputs) {
        Map<String, MatchResult.Metadata> found = new TreeMap<>();
        for (String input : inputs) {
            for (MatchResult.Metadata file : match(input)) {
                found.put(file.resourceId().toString(), file);
            }
        }
        List<ArchiveFile> files = lookAt(found.values());
        // Large files first: whoever comes last should not start on the longest one.
        files.sort(Comparator.comparingLong(ArchiveFile::getBytes).reversed().thenComparing(ArchiveFile::getPath));
        return files;
    }

    /** Reads the heads of many files at once: where storage is far away, each takes its time. */
    private static List<ArchiveFile> lookAt(Collection<MatchResult.Metadata> found) {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            var looks = new ArrayList<Future<ArchiveFile>>();
            for (MatchResult.Metadata file : found) {
                looks.add(readers.submit(() -> ArchiveFile.newBuilder()
                        .setPath(file.resourceId().toString())
                        .setBytes(file.sizeBytes())
                        .setFormat(format(file.resourceId()).name())
                        .build()));
            }
            var files = new ArrayList<ArchiveFile>();
            for (Future<ArchiveFile> look : looks) {
                files.add(look.get());
            }
            return files;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RunFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure(ExitCode.INPUT_MISSING, "--input: interrupted");
        } finally {
            readers.shutdownNow();
        }
    }

    private static List<MatchResult.Metadata> match(String input) {
        boolean glob = input.matches(".*[*?\\[{].*");
        String place = Location.absolute(input);
        var files = new ArrayList<>(list(place));
        if (!glob) {
            String folder = place.endsWith("/") ? place : place + "/";
            // For Hadoop two stars mean below the folder only.
            Stream.of("*", "**")
                    .flatMap(stars -> list(folder + stars).stream())
                    .filter(file -> isVisible(file.resourceId().toString().substring(folder.length())))
                    .forEach(files::add);
        }
        List<MatchResult.Metadata> found = SmallFiles.withoutFolders(files);
        if (found.isEmpty()) {
            String what = glob ? "matches no file: quote the glob and check it" : "does not exist or holds no file";
            throw new RunFailure(ExitCode.INPUT_MISSING, "--input=" + input + ": " + what);
        }
        return found;
    }

    private static List<MatchResult.Metadata> list(String pattern) {
        try {
            MatchResult result = FileSystems.match(pattern, EmptyMatchTreatment.ALLOW);
            // Where the storage does not answer, this tells why.
            return result.status() == MatchResult.Status.NOT_FOUND ? List.of() : result.metadata();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new RunFailure(ExitCode.INPUT_MISSING, "--input=" + pattern + ": " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean isVisible(String below) {
        return Arrays.stream(below.split("/")).noneMatch(part -> part.startsWith(".") || part.startsWith("_"));
    }

    private static ArchiveFormat format(ResourceId file) {
        byte[] head;
        try (InputStream in = Channels.newInputStream(FileSystems.open(file))) {
            head = in.readNBytes(ArchiveFormat.HEAD);
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.INPUT_MISSING,
                    "--input: cannot read " + Printable.of(file.toString()) + " (" + firstLine(e)
                            + "): check its permissions or leave it out");
        }
        ArchiveFormat.unreadCompression(file.toString(), head).ifPresent(compression -> {
            throw RunFailure.usage("--input: " + Printable.of(file.toString()) + " is compressed by " + compression
                    + ", which is not read: decompress it first, or give a glob that leaves it out");
        });
        return ArchiveFormat.of(file.toString(), head)
                .orElseThrow(
                        () -> RunFailure.usage(
                                "--input: unknown format of " + Printable.of(file.toString())
                                        + ": give JSON, CSV, Parquet, Avro, WARC, ARC, WET, WACZ, .html, .mhtml, .txt, .zip or .tar files, or a glob that leaves it out"));
    }
}
