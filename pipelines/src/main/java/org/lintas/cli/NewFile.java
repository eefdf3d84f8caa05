package org.lintas.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import org.lintas.text.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on the local disk that a command makes: it is there whole or not at all. Until it is finished it has a hidden name of its own, which is made
 * before the work, since that tells whether the folder can be written.
 */
final class NewFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewFile.class);

    private final Path file;
    private final Path unfinished;
    private final Thread hook = new Thread(this::remove, "remove-unfinished");

    private NewFile(Path file) {
        this.file = file;
        this.unfinished = file.resolveSibling(".lintas-" + UUID.randomUUID() + ".part");
    }

    /**
     * Makes the file under its hidden name; close it, and it is removed unless it is finished.
     *
     * @param flag the flag that names the file
     * @throws RunFailure if there is such a file already, or it cannot be written
     */
    static NewFile create(String flag, String location) {
        String named = flag + "=" + Printable.of(location) + ": ";
        Path file = Location.local(flag, location, "write it to the local disk and copy it there");
        if (Files.isDirectory(file)) {
            throw RunFailure.usage(named + "is a folder; name a file in it");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw RunFailure.usage(named + "exists; remove it, or name another file");
        }
        if (!Files.isDirectory(file.getParent())) {
            throw RunFailure.usage(named + "its folder does not exist; make it, or name another file");
        }
        var made = new NewFile(file);
        // The process may be ended by a signal.
        Runtime.getRuntime().addShutdownHook(made.hook);
        try {
            return made.created();
        } catch (IOException e) {
            made.close();
            throw RunFailure.unwritable(flag, Printable.of(location), e);
        }
    }

    private NewFile created() throws IOException {
        Files.createFile(unfinished);
        return this;
    }

    /** Opens it, to be written from its beginning. */
    OutputStream open() throws IOException {
        return Files.newOutputStream(unfinished);
    }

    /** Opens it as a text in UTF-8; a lone surrogate is an error. */
    Writer writer() throws IOException {
        return Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
    }

    /** Gives it its name; one that has appeared meanwhile is not replaced. */
    Path finish() throws IOException {
        return Files.move(unfinished, file);
    }

    private void remove() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.debug("{} cannot be removed", unfinished, e);
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the process ends already", e);
        }
    }
}
