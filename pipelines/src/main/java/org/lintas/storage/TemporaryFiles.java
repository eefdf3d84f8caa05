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
 * The folder for temporary files. Each command has its own folder below {@code java.io.tmpdir}, accessible only to its
 * user. It is locked while the process runs, and removed at its end, or by the next command if the process was killed.
 * In other processes, such as a worker of a cluster, {@code java.io.tmpdir} itself is used.
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

    /** Kept open while the process runs; the operating system releases the lock when the process ends. */
    private static volatile FileChannel lock;

    private TemporaryFiles() {}

    /** The folder to create temporary files in. */
    public static Path folder() {
        return folder;
    }

    /**
     * Creates the folder of this process, and removes those of killed processes. Libraries are configured to use the
     * folder as well. Has no effect if called again.
     *
     * @throws IOException if {@code java.io.tmpdir} cannot be written
     */
    public static synchronized void open() throws IOException {
        if (lock != null) {
            return;
        }
        Path parent = MACHINE_FOLDER;
        String id = UUID.randomUUID().toString();
        // Accessible to its owner only, with an unpredictable name; fails if it exists.
        Path made = Files.createDirectory(
                parent.resolve(UNFINISHED_PREFIX + id), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        FileChannel channel =
                FileChannel.open(made.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException e) {
            // The file system does not support locks: other runs cannot lock this folder either, so it never looks
            // abandoned.
            LOG.debug("{} does not support file locks", parent, e);
        }
        // Other processes look only for the final name, and by then the folder is locked.
        folder = Files.move(made, parent.resolve(PREFIX + id), StandardCopyOption.ATOMIC_MOVE);
        lock = channel;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove-temporary-files"));
        System.setProperty(TMPDIR, folder.toString());
        for (String library : new String[] {"org.xerial.snappy.tempdir", "ZstdTempFolder"}) {
            System.setProperty(library, System.getProperty(library, folder.toString()));
        }
        removeAbandoned(parent);
    }

    /**
     * Removes the file of a native library that has been loaded from {@code java.io.tmpdir}. Its loader cannot use
     * another folder, and a killed process would leave the file behind. Once loaded, the file name is no longer needed.
     * Works only on Linux, where {@code /proc/self/maps} lists loaded files.
     *
     * @param name prefix of the file name
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
            LOG.debug("cannot remove {} before the end of the process", name, e);
        }
    }

    private static void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path other : others) {
                if (!other.equals(folder) && isOurs(other) && isAbandoned(other)) {
                    remove(other);
                }
            }
        }
    }

    /**
     * Whether it is a folder created by this class for the same user. Then no other user can have placed links in it.
     */
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

    private static boolean isAbandoned(Path other) {
        try (var channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (NoSuchFileException e) {
            // The lock is removed last.
            return true;
        } catch (IOException e) {
            LOG.debug("{} is not removed: cannot check its lock", other, e);
            return false;
        }
    }

    /** Removes a folder recursively, its lock last. Tolerates files that others create or remove at the same time. */
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
