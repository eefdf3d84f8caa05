package org.lintas.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A server of others, in a process of its own on loopback, from the libraries that profile {@code cluster} has put together. */
final class Server implements AutoCloseable {

    private final Command process;
    private final int port;

    private Server(Command process, int port) {
        this.process = process;
        this.port = port;
    }

    /** An object store whose buckets are folders below a folder, and their objects files; one user has access. */
    static Server s3(Path folder, String user, String secret) throws Exception {
        int port = freePort();
        Path settings = Files.write(
                folder.resolveSibling("s3proxy.conf"),
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + user,
                        "s3proxy.credential=" + secret,
                        // Such as one that says that keys of buckets are not used.
                        "s3proxy.ignore-unknown-headers=true",
                        "jclouds.provider=filesystem-nio2",
                        // Of the store behind it, which asks for none.
                        "jclouds.identity=none",
                        "jclouds.credential=none",
                        "jclouds.filesystem.basedir=" + folder));
        // It would write a line for every byte otherwise.
        Path log = Files.writeString(
                folder.resolveSibling("logback.xml"), "<configuration><root level=\"WARN\"/></configuration>");
        return start(
                "s3",
                port,
                "-Dlogback.configurationFile=" + log,
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString());
    }

    /** A Hadoop file system, with its files below a folder. */
    static Server hdfs(Path folder) throws Exception {
        int port = freePort();
        // Written when its DataNode has come, which is after the NameNode answers.
        Path details = folder.resolveSibling("hdfs-details.json");
        var server = start(
                "hdfs",
                port,
                "org.apache.hadoop.test.MiniDFSClusterManager",
                "-format",
                "-datanodes",
                "1",
                "-nnport",
                String.valueOf(port),
                "-writeDetails",
                details.toString(),
                "-D",
                "test.build.data=" + folder,
                "-D",
                "hadoop.tmp.dir=" + folder);
        server.await(() -> Files.exists(details));
        return server;
    }

    int port() {
        return port;
    }

    private static Server start(String name, int port, String... arguments) throws Exception {
        Path libraries = Path.of("src/servers", name, "target/lib").toAbsolutePath();
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-cp",
                libraries + "/*"));
        line.addAll(List.of(arguments));
        var server = new Server(Command.start(Map.of(), line), port);
        server.await(server::answers);
        return server;
    }

    private void await(BooleanSupplier isReady) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (isReady.getAsBoolean()) {
                return;
            }
            if (!process.isRunning()) {
                break;
            }
            Thread.sleep(200);
        }
        String output = process.output();
        close();
        throw new IOException("the server does not start: " + output);
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
