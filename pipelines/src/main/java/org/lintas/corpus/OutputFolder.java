package org.lintas.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.lintas.dataset.Layout;
import org.lintas.failure.Reason;
import org.lintas.failure.RunFailure;
import org.lintas.schemas.Dataset;
import org.lintas.storage.SmallFiles;

/** The output folder of a corpus: prepared before a run, marked after it, cleared if the run fails. */
public final class OutputFolder {

    private final Layout layout;

    public OutputFolder(Layout layout) {
        this.layout = layout;
    }

    public Layout layout() {
        return layout;
    }

    /**
     * Prepares the folder that {@code --output} names.
     *
     * @param overwrite whether an earlier corpus may be removed; files that do not belong to a corpus are never removed
     * @throws RunFailure if the folder is not empty and must not be overwritten, holds no corpus that could be, or cannot be written
     */
    public void prepare(boolean overwrite) {
        String given = "--output=" + layout.root();
        try {
            if (!isEmpty()) {
                if (!holdsCorpus()) {
                    throw RunFailure.usage(given + ": is not empty, and holds no corpus; choose another");
                }
                if (!overwrite) {
                    throw RunFailure.usage(given + ": is not empty; choose another or add --overwrite");
                }
                Optional<String> foreign = CorpusListing.of(layout).foreign();
                if (foreign.isPresent()) {
                    throw RunFailure.usage(
                            given + ": " + foreign.get()
                                    + " is not a file of Lintas, and would be one of the new corpus; move it, or choose another");
                }
                // Before as well, since it is what tells a corpus that is partly removed from files of a user.
                write(layout.started(), "");
                clear();
            }
            write(layout.started(), "");
        } catch (IOException e) {
            throw RunFailure.unwritable("--output", layout.root(), e);
        }
    }

    /**
     * Prepares a folder to which only Lintas writes.
     *
     * @param flag the flag that named the corpus around it
     * @throws RunFailure if it cannot be written
     */
    public void prepareOwn(String flag) {
        try {
            SmallFiles.deleteAll(layout.root());
            write(layout.started(), "");
        } catch (IOException e) {
            throw RunFailure.unwritable(flag, layout.root(), e);
        }
    }

    /** Whether it contains a corpus, or what an unfinished run left of one. */
    private boolean holdsCorpus() throws IOException {
        return !SmallFiles.list(layout.manifest()).isEmpty()
                || !SmallFiles.listBelow(List.of(layout.run())).isEmpty();
    }

    /** Whether it contains nothing but the lock of this run. */
    private boolean isEmpty() throws IOException {
        return SmallFiles.listBelow(List.of(layout.root())).keySet().stream()
                .allMatch(file -> file.contains(layout.locks() + "/"));
    }

    /** Removes everything that belongs to a corpus. */
    public void clear() throws IOException {
        // _SUCCESS is removed first, so that a partly removed corpus does not look finished.
        for (String file : layout.metadataFiles()) {
            SmallFiles.delete(file);
        }
        for (Dataset dataset : Dataset.values()) {
            SmallFiles.deleteBelow(layout.folder(dataset), Layout::isPart);
        }
        SmallFiles.deleteAll(layout.next().root());
        clearRun();
    }

    /** Removes everything that belongs to a corpus after an error, and reports if that fails as well. */
    public void clearAfter(Throwable cause) {
        try {
            clear();
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
            System.err.println("lintas: the incomplete output in " + layout.root() + " could not be removed ("
                    + Reason.of(e) + "): remove it, or write there again with --overwrite");
        }
    }

    /** Removes the notes and temporary files of the run. */
    public void clearRun() throws IOException {
        SmallFiles.deleteAll(layout.run());
    }

    /**
     * Replaces this corpus by the finished one in {@link Layout#next()}, on the local disk. An interrupted replacement can be repeated: the corpus
     * has no {@code _SUCCESS} from the first step to the last, and the remaining files are still in that folder.
     */
    public void replaceWithNext() throws IOException {
        Layout next = layout.next();
        SmallFiles.delete(layout.success());
        for (Dataset dataset : Dataset.values()) {
            Path from = Path.of(next.folder(dataset));
            if (Files.isDirectory(from)) {
                SmallFiles.deleteAll(layout.folder(dataset));
                Files.move(from, Path.of(layout.folder(dataset)));
            }
        }
        for (int i = layout.metadataFiles().size() - 1; i >= 0; i--) {
            Path from = Path.of(next.metadataFiles().get(i));
            Path to = Path.of(layout.metadataFiles().get(i));
            if (Files.exists(from)) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(to);
            }
        }
        new OutputFolder(next).clear();
        SmallFiles.deleteAll(next.root());
    }

    /** Whether a replacement of this corpus was interrupted. */
    public boolean isReplacementInterrupted() {
        return Files.notExists(Path.of(layout.success()))
                && Files.exists(Path.of(layout.next().success()));
    }

    /** Writes a small file. */
    public static void write(String path, String content) throws IOException {
        SmallFiles.write(path, content);
    }
}
