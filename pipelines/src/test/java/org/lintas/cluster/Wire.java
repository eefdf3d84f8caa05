package org.lintas.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire between a client and a server on this machine that can be cut, be slow, or answer in the server's place. */
final class Wire implements AutoCloseable {

    /** Bytes; a piece that is longer holds more than the headers of an answer. */
    private static final int HEADERS = 4_096;

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean isCut;
    private volatile int status;
    private volatile int delayMillis;
    private volatile int piecesUntilDrop;
    private final AtomicInteger pieces = new AtomicInteger();
    private final AtomicInteger drops = new AtomicInteger();

    Wire(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, LOOPBACK);
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Drops all connections, and every new one, or lets them through again. */
    void cut(boolean cut) throws IOException {
        isCut = cut;
        if (cut) {
            dropAll();
        }
    }

    /** Answers every new connection with an HTTP status; 0 lets them through again. */
    void answer(int httpStatus) throws IOException {
        status = httpStatus;
        dropAll();
    }

    /** Holds every piece of an answer for so long. */
    void delay(int millis) {
        delayMillis = millis;
    }

    /** Breaks the connection within every so many-th piece of what answers hold; 0 none. */
    void dropEvery(int manyPieces) {
        piecesUntilDrop = manyPieces;
    }

    /** How often it has broken a connection within an answer. */
    int drops() {
        return drops.get();
    }

    /** How often it has answered in the server's place. */
    int answers() {
        return answers.get();
    }

    private void dropAll() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (isCut) {
                return;
            }
            if (status != 0) {
                client.getInputStream().read(new byte[1 << 14]);
                answers.incrementAndGet();
                client.getOutputStream()
                        .write(("HTTP/1.1 " + status + " Fault\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            try (var upstream = new Socket(LOOPBACK, target)) {
                sockets.add(upstream);
                daemon(() -> pipe(client, upstream, false));
                pipe(upstream, client, true);
            }
        } catch (IOException e) {
            // A wire that has been cut says nothing.
            sockets.remove(client);
        }
    }

    private void pipe(Socket from, Socket to, boolean isAnswer) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (isAnswer && delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                int every = piecesUntilDrop;
                if (isAnswer && every > 0 && n > HEADERS && pieces.incrementAndGet() % every == 0) {
                    out.write(buffer, 0, n / 2);
                    drops.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            sockets.remove(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        dropAll();
    }
}
