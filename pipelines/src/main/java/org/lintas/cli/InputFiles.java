package org.lintas.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.lintas.archive.ArchiveFormat;
import org.lintas.corpus.OutputFiles;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.record.ArchiveFile;
import org.lintas.storage.Glob;
import org.lintas.storage.LocalListing;
import org.lintas.storage.Location;
import org.lintas.storage.SkippedPaths;
import org.lintas.storage.SmallFiles;
import org.lintas.text.Printable;

/**
 * The archive files selected by {@code --input}, and their formats.
 *
 * @param files largest first, then by path
 * @param skipped files skipped on the local disk
 */
public record InputFiles(List<ArchiveFile> files, SkippedPaths skipped) {

    private static final int READERS = 32;

    /** A file that was found, on any storage. */
    private record Found(String path, long bytes) {}

    /**
     * The files of all inputs, without repetitions.
     *
     * @param inputs files, folders and globs, split at every comma; a folder means all files in and below it whose names do not start with a dot or
     *     underscore
     * @param output the corpus that will be written; files of an earlier corpus there are skipped
     * @throws RunFailure if an input is missing, matches nothing, cannot be read or is of an unknown format
     */
    public static InputFiles find(List<String> inputs, Layout output) {
        var local = new LocalListing();
        Map<String, Found> found = new TreeMap<>();
        for (String input : InputNames.of(inputs)) {
            String place = Location.absolute(input);
            if (place.contains("://")) {
                for (MatchResult.Metadata file : match(input)) {
                    found.put(
                            file.resourceId().toString(),
                            new Found(file.resourceId().toString(), file.sizeBytes()));
                }
            } else {
                add(local, input, place);
            }
        }
        local.files().forEach(file -> found.put(file.path(), new Found(file.path(), file.bytes())));
        OutputFiles own = OutputFiles.of(output);
        List<String> written = found.keySet().stream().filter(own::contain).toList();
        written.forEach(file -> local.skipped().add(SkippedPaths.Kind.OUTPUT, file));
        found.keySet().removeAll(Set.copyOf(written));
        List<ArchiveFile> files = detectFormats(found.values(), local.skipped());
        if (files.isEmpty()) {
            throw new RunFailure(ExitCode.INPUT_MISSING, "--input: no readable file found" + skippedSuffix(local));
        }
        // Largest files first, so that no task starts a large file last.
        files.sort(Comparator.comparingLong(ArchiveFile::getBytes).reversed().thenComparing(ArchiveFile::getPath));
        return new InputFiles(files, local.skipped());
    }

    private static void add(LocalListing local, String input, String place) {
        String flag = "--input=" + Printable.of(input) + ": ";
        boolean isGlob = Glob.isGlob(input);
        if (isGlob && input.endsWith("/")) {
            throw RunFailure.usage(
                    flag + "a glob that ends with / matches folders; end it with /** to read the files below");
        }
        long files;
        try {
            files = local.add(place);
        } catch (FileSystemException e) {
            throw new RunFailure(ExitCode.INPUT_MISSING, flag + e.getReason() + hint(input));
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage(flag + "invalid glob: " + e.getMessage());
        }
        if (files == 0) {
            String what = isGlob ? "matches no file: quote the glob and check it" : "contains no file";
            throw new RunFailure(ExitCode.INPUT_MISSING, flag + what + skippedSuffix(local));
        }
    }

    private static String skippedSuffix(LocalListing local) {
        return local.skipped().lines().stream().map(line -> "; " + line).collect(Collectors.joining());
    }

    /** A hint why a name may not exist. */
    private static String hint(String input) {
        if (input.startsWith("~")) {
            return "; ~ is not expanded: write $HOME";
        }
        return input.indexOf('\uFFFD') < 0 ? "" : "; file names must be UTF-8: rename the file";
    }

    /** Reads the first bytes of many files in parallel, because remote storage is slow. */
    private static List<ArchiveFile> detectFormats(Collection<Found> found, SkippedPaths skipped) {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            Map<Found, Future<Optional<ArchiveFormat>>> looks = new LinkedHashMap<>();
            for (Found file : found) {
                looks.put(file, readers.submit(() -> format(file.path())));
            }
            var files = new ArrayList<ArchiveFile>();
            for (Map.Entry<Found, Future<Optional<ArchiveFormat>>> look : looks.entrySet()) {
                Found file = look.getKey();
                Optional<ArchiveFormat> format = look.getValue().get();
                if (format.isEmpty()) {
                    skipped.add(SkippedPaths.Kind.GONE, file.path());
                } else {
                    files.add(ArchiveFile.newBuilder()
                            .setPath(file.path())
                            .setBytes(file.bytes())
                            .setFormat(format.get().name())
                            .build());
                }
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

    /** The files of an input that is not on the local disk. */
    private static List<MatchResult.Metadata> match(String input) {
        boolean glob = Glob.isGlob(input);
        var files = new ArrayList<>(list(input));
        if (!glob) {
            String folder = input.endsWith("/") ? input : input + "/";
            // In Hadoop, two stars do not match files directly in the folder.
            Stream.of("*", "**")
                    .flatMap(stars -> list(folder + stars).stream())
                    .filter(file -> isVisible(file.resourceId().toString().substring(folder.length())))
                    .forEach(files::add);
        }
        List<MatchResult.Metadata> found = SmallFiles.withoutFolders(files);
        if (found.isEmpty()) {
            String what = glob ? "matches no file: quote the glob and check it" : "does not exist or contains no file";
            throw new RunFailure(ExitCode.INPUT_MISSING, "--input=" + Printable.of(input) + ": " + what);
        }
        return found;
    }

    private static List<MatchResult.Metadata> list(String pattern) {
        try {
            MatchResult result = FileSystems.match(pattern, EmptyMatchTreatment.ALLOW);
            // Throws with the reason if the storage does not respond.
            return result.status() == MatchResult.Status.NOT_FOUND ? List.of() : result.metadata();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new RunFailure(ExitCode.INPUT_MISSING, "--input=" + Printable.of(pattern) + ": " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean isVisible(String below) {
        return Arrays.stream(below.split("/")).noneMatch(part -> part.startsWith(".") || part.startsWith("_"));
    }

    /** The format of a file; empty if the file no longer exists. */
    private static Optional<ArchiveFormat> format(String file) {
        byte[] head;
        try (InputStream in = Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(file, false)))) {
            head = in.readNBytes(ArchiveFormat.HEAD);
        } catch (IOException e) {
            if (e instanceof FileNotFoundException && (file.contains("://") || Files.notExists(Path.of(file)))) {
                return Optional.empty();
            }
            throw new RunFailure(
                    ExitCode.INPUT_MISSING,
                    "--input: cannot read " + Printable.of(file) + " (" + Printable.of(firstLine(e))
                            + "): check its permissions or exclude it");
        }
        ArchiveFormat.unreadCompression(file, head).ifPresent(compression -> {
            throw RunFailure.usage("--input: " + Printable.of(file) + " is compressed with " + compression
                    + ", which is not supported: decompress it first, or give a glob that excludes it");
        });
        Optional<ArchiveFormat> format = ArchiveFormat.of(file, head);
        if (format.isEmpty()) {
            throw RunFailure.usage(
                    "--input: unknown format of " + Printable.of(file)
                            + ": give JSON, CSV, Parquet, Avro, WARC, ARC, WET, WACZ, .html, .mhtml, .txt, .zip or .tar files, or a glob that excludes it");
        }
        return format;
    }
}
