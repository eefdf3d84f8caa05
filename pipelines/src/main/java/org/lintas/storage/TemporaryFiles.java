package org.lintas.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where temporary files lie. A command has a folder of its own below {@code java.io.tmpdir} that no other user may look into: locked while its
 * process lives, removed at its end, and by the next command where the process was killed. In a process that is not ours, such as
 * the worker of a cluster, they lie in {@code java.io.tmpdir} itself.
 */
public final class TemporaryFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);

    private static final String TMPDIR = "java.io.tmpdir";
    private static final String PREFIX = "lintas-run-";
    private static final String UNFINISHED_PREFIX = "lintas-new-";
    private static final String LOCK = "lock";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int PASSES = 3;

    private static final Path MACHINE_FOLDER =
            Path.of(System.getProperty(TMPDIR)).toAbsolutePath();

    private static volatile Path folder = MACHINE_FOLDER;

    /** Open as long as the process lives: the lock goes with it, however it ends. */
    private static volatile FileChannel lock;

    private TemporaryFiles() {}

    /** The folder that temporary files are to be made in. */
    public static Path folder() {
        return folder;
    }

    /**
     * Makes the folder of this process, and removes those of processes that were killed. Libraries that keep temporary files are told of
     * it. Without effect when it has been called before.
     *
     * @throws IOException if {@code java.io.tmpdir} cannot be written
     */
    public static synchronized void open() throws IOException {
        if (lock != null) {
            return;
        }
        Path parent = MACHINE_FOLDER;
        String id = UUID.randomUUID().toString();
        // For its owner alone, by a name that nobody can have taken before; fails where it is there all the same.
        Path made = Files.createDirectory(
                parent.resolve(UNFINISHED_PREFIX + id), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        FileChannel channel =
                FileChannel.open(made.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException e) {
            // A file system without locks: then no other run gets this one either, and nothing is ever taken for
            // forgotten.
            LOG.debug("{} knows no locks", parent, e);
        }
        // Others look at it only under its final name: locked by then.
        folder = Files.move(made, parent.resolve(PREFIX + id), StandardCopyOption.ATOMIC_MOVE);
        lock = channel;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove-temporary-files"));
        System.setProperty(TMPDIR, folder.toString());
        for (String library : new String[] {"org.xerial.snappy.tempdir", "ZstdTempFolder"}) {
            System.setProperty(library, System.getProperty(library, folder.toString()));
        }
        removeForgotten(parent);
    }

    /**
     * Removes the file of a native library that has been loaded from {@code java.io.tmpdir}: its unpacker knows no other place, and who is
     * killed leaves it. The system needs it by name no more. Only where Linux tells which file that is.
     *
     * @param name how its name begins
     */
    public static void removeLoaded(String name) {
        Path loaded = Path.of("/proc/self/maps");
        if (lock == null || !Files.isReadable(loaded)) {
            return;
        }
        try (Stream<String> lines = Files.lines(loaded)) {
            List<Path> files = lines.filter(line -> line.contains(MACHINE_FOLDER + "/" + name))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .distinct()
                    .toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("{} stays until the end of the process", name, e);
        }
    }

    private static void removeForgotten(Path parent) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path other : others) {
                if (!other.equals(folder) && isOurs(other) && isForgotten(other)) {
                    remove(other);
                }
            }
        }
    }

    /** Whether it is a folder as this class makes them, of the same user: nobody else can have put a link into it. */
    private static boolean isOurs(Path other) throws IOException {
        try {
            var found = Files.readAttributes(other, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isDirectory()
                    && found.owner().equals(Files.getOwner(folder))
                    && found.permissions().equals(OWNER_ONLY);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isForgotten(Path other) {
        try (var channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (NoSuchFileException e) {
            // The lock is what is removed last.
            return true;
        } catch (IOException e) {
            LOG.debug("{} is left alone", other, e);
            return false;
        }
    }

    /** Removes a folder and all that is in it, its lock last; what others remove or make meanwhile is borne. */
    private static void remove(Path root) {
        for (int pass = 1; Files.exists(root, LinkOption.NOFOLLOW_LINKS); pass++) {
            try {
                Files.walkFileTree(root, new Remover(root.resolve(LOCK)));
                Files.deleteIfExists(root.resolve(LOCK));
                Files.deleteIfExists(root);
            } catch (IOException e) {
                if (pass == PASSES) {
                    LOG.warn("temporary files are left in {} ({}); the next run tries again", root, e.toString());
                    return;
                }
            }
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        private final Path last;

        Remover(Path last) {
            this.last = last;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.equals(last)) {
                Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
            if (!directory.equals(last.getParent())) {
                Files.deleteIfExists(directory);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
