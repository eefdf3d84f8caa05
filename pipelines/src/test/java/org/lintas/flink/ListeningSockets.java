package org.lintas.flink;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The listening sockets of a process on Linux. */
public final class ListeningSockets {

    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    public static boolean canBeTold() {
        return Files.exists(Path.of("/proc/self/net/tcp"));
    }

    /**
     * Lists the sockets of a process of this user.
     *
     * @param process its number, or {@code self}
     * @return local addresses and ports, in hexadecimal digits
     */
    public static List<String> of(String process) throws IOException {
        Set<String> own = sockets(Path.of("/proc", process, "fd"));
        var listening = new ArrayList<String>();
        for (String table : List.of("tcp", "tcp6")) {
            Path file = Path.of("/proc", process, "net", table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] columns = line.strip().split("\\s+");
                if (columns[3].equals(LISTEN) && own.contains("socket:[" + columns[9] + "]")) {
                    listening.add(table + " " + columns[1]);
                }
            }
        }
        return listening;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        var sockets = new HashSet<String>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                target(descriptor).ifPresent(sockets::add);
            }
        }
        return sockets;
    }

    /** Empty if it has been closed since it was listed. */
    private static Optional<String> target(Path descriptor) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor).toString());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
