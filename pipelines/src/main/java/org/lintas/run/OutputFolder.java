package org.lintas.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
            if (!overwrite && !isEmpty()) {
                throw RunFailure.usage(
                        "--output=" + layout.root() + ": is not empty; choose another or add --overwrite");
            }
            clear();
            write(layout.started(), "");
        } catch (IOException e) {
            throw RunFailure.usage("--output=" + layout.root() + ": cannot be written (" + e + "); choose another");
        }
    }

    /** Whether it holds nothing but the lock of this run. */
    private boolean isEmpty() throws IOException {
        return SmallFiles.listBelow(layout.root()).stream()
                .map(file -> file.resourceId().toString())
                .allMatch(file -> file.contains(layout.locks() + "/"));
    }

    /** Removes all that belongs to a corpus. */
    public void clear() throws IOException {
        // First the mark, so that a half-removed corpus does not look finished.
        for (String file : layout.papers()) {
            SmallFiles.delete(file);
        }
        for (Dataset dataset : Dataset.values()) {
            SmallFiles.deleteAll(layout.folder(dataset));
        }
        clearRun();
    }

    /** Removes what the run has left besides the corpus: notes and temporary files. */
    public void clearRun() throws IOException {
        SmallFiles.deleteAll(layout.run());
    }

    /** Moves a corpus on the local disk to another folder, the mark that it is finished last of all. */
    public void moveTo(Layout target) throws IOException {
        List<String> files = new ArrayList<>();
        for (Dataset dataset : Dataset.values()) {
            SmallFiles.listBelow(layout.folder(dataset))
                    .forEach(file -> files.add(file.resourceId().toString()));
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
        SmallFiles.write(path, content);
    }
}
