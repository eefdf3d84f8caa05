package org.lintas.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.lintas.dataset.Layout;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.schemas.Dataset;
import org.lintas.storage.SmallFiles;

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
        return SmallFiles.listBelow(List.of(layout.root())).keySet().stream()
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
        SmallFiles.deleteAll(layout.next().root());
        clearRun();
    }

    /** Removes all that belongs to a corpus after something went wrong, and tells where that goes wrong, too. */
    public void clearAfter(Throwable cause) {
        try {
            clear();
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
            System.err.println("lintas: what has been written to " + layout.root() + " could not be removed ("
                    + Reason.of(e) + "): it is no finished corpus; remove it, or write there again with --overwrite");
        }
    }

    /** Removes what the run has left besides the corpus: notes and temporary files. */
    public void clearRun() throws IOException {
        SmallFiles.deleteAll(layout.run());
    }

    /**
     * Puts the finished corpus in {@link Layout#next()} into the place of this one, on the local disk. What was interrupted can be done
     * again: the corpus has no mark from the first step to the last, and until then all that is left to do lies in that folder.
     */
    public void takeNext() throws IOException {
        Layout next = layout.next();
        SmallFiles.delete(layout.success());
        for (Dataset dataset : Dataset.values()) {
            Path from = Path.of(next.folder(dataset));
            if (Files.isDirectory(from)) {
                SmallFiles.deleteAll(layout.folder(dataset));
                Files.move(from, Path.of(layout.folder(dataset)));
            }
        }
        for (int i = layout.papers().size() - 1; i >= 0; i--) {
            Path from = Path.of(next.papers().get(i));
            Path to = Path.of(layout.papers().get(i));
            if (Files.exists(from)) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(to);
            }
        }
        new OutputFolder(next).clear();
        SmallFiles.deleteAll(next.root());
    }

    /** Whether a corpus was about to be put into the place of this one when that was interrupted. */
    public boolean isBetween() {
        return Files.notExists(Path.of(layout.success()))
                && Files.exists(Path.of(layout.next().success()));
    }

    /** Writes a small file. */
    public static void write(String path, String content) throws IOException {
        SmallFiles.write(path, content);
    }
}
