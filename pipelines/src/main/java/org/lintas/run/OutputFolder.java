package org.lintas.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.lintas.dataset.Layout;
import org.lintas.schemas.Dataset;

/** The folder that a corpus is written to: made ready before a run, marked after it, cleared when it fails. */
public final class OutputFolder {

    private final Layout layout;

    public OutputFolder(Layout layout) {
        this.layout = layout;
    }

    /**
     * Makes the folder ready.
     *
     * @param overwrite whether an earlier corpus may be removed; files that belong to no corpus are never removed
     * @throws RunFailure if the folder is not empty and must not be overwritten, or cannot be written
     */
    public void prepare(boolean overwrite) {
        try {
            if (!overwrite && !list(layout.root() + "/**").isEmpty()) {
                throw RunFailure.usage(
                        "--output=" + layout.root() + ": is not empty; choose another or add --overwrite");
            }
            clear();
            write(layout.notes("started"), "");
        } catch (IOException e) {
            throw RunFailure.usage("--output=" + layout.root() + ": cannot be written (" + e + "); choose another");
        }
    }

    /** Removes all that belongs to a corpus. */
    public void clear() throws IOException {
        // First the mark, so that a half-removed corpus does not look finished.
        var files = new ArrayList<>(layout.papers());
        files.addAll(list(layout.run() + "/**"));
        for (Dataset dataset : Dataset.values()) {
            files.addAll(list(layout.folder(dataset) + "/**"));
        }
        for (String file : files) {
            FileSystems.delete(
                    List.of(FileSystems.matchNewResource(file, false)), StandardMoveOptions.IGNORE_MISSING_FILES);
        }
        clearRun();
        for (Dataset dataset : Dataset.values()) {
            removeEmptyFolders(layout.folder(dataset));
        }
    }

    /** Removes what the run has left besides the corpus: notes and temporary files. */
    public void clearRun() throws IOException {
        for (String file : list(layout.run() + "/**")) {
            FileSystems.delete(
                    List.of(FileSystems.matchNewResource(file, false)), StandardMoveOptions.IGNORE_MISSING_FILES);
        }
        removeEmptyFolders(layout.run());
    }

    /** Moves a corpus on the local disk to another folder, the mark that it is finished last of all. */
    public void moveTo(Layout target) throws IOException {
        List<String> files = new ArrayList<>();
        for (Dataset dataset : Dataset.values()) {
            files.addAll(list(layout.folder(dataset) + "/**"));
        }
        layout.papers().stream()
                .sorted(Comparator.comparing(layout.success()::equals))
                .filter(file -> Files.exists(Path.of(file)))
                .forEach(files::add);
        for (String file : files) {
            Path to = Path.of(target.root() + file.substring(layout.root().length()));
            Files.createDirectories(to.getParent());
            Files.move(Path.of(file), to);
        }
        clear();
    }

    /** Writes a small file. */
    public static void write(String path, String content) throws IOException {
        ResourceId resource = FileSystems.matchNewResource(path, false);
        try (WritableByteChannel channel = FileSystems.create(resource, "text/plain")) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static List<String> list(String pattern) throws IOException {
        try {
            MatchResult result = FileSystems.match(pattern, EmptyMatchTreatment.ALLOW);
            return result.metadata().stream()
                    .filter(file -> !file.resourceId().isDirectory())
                    .map(file -> file.resourceId().toString())
                    .toList();
        } catch (FileNotFoundException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** Object stores have no folders; on a local disk the empty ones would be left. */
    private static void removeEmptyFolders(String folder) throws IOException {
        if (folder.contains("://") || !Files.isDirectory(Path.of(folder))) {
            return;
        }
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path) && isEmpty(path)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
