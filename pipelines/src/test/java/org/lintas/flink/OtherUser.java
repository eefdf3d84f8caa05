package org.lintas.flink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another user of the machine, which only root can become. */
public final class OtherUser {

    private OtherUser() {}

    /** Whether this process may act for another user. */
    public static boolean canActForAnother() {
        try {
            return run("true").equals("exit 0\n");
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a line of bash, and gives what it prints and {@code exit CODE}. */
    public static String run(String script) throws IOException {
        var line = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        line.addAll(List.of("timeout", "10", "bash", "-c", script));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IOException("still runs: " + script);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return printed + "exit " + process.exitValue() + "\n";
    }
}
