package org.lintas.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, as users run it. */
final class Command implements AutoCloseable {

    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAR = Path.of("target/lintas.jar").toAbsolutePath();

    private final Process process;
    private final Path output;

    private Command(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code lintas build}. */
    static Command build(String... flags) throws IOException {
        return build(Map.of(), List.of("-Xmx1500m"), flags);
    }

    /** Starts {@code lintas build} with variables of the environment and options of the Java machine. */
    static Command build(Map<String, String> environment, List<String> java, String... flags) throws IOException {
        return start("build", environment, java, flags);
    }

    /** Starts {@code lintas SUBCOMMAND} with variables of the environment and options of the Java machine. */
    static Command start(String subcommand, Map<String, String> environment, List<String> java, String... flags)
            throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(java);
        line.addAll(List.of("-cp", JAR.toString(), "org.lintas.cli.Lintas", subcommand));
        line.addAll(List.of(flags));
        return start(environment, line);
    }

    static Command start(Map<String, String> environment, List<String> line) throws IOException {
        Path output = Files.createTempFile("lintas-command", ".txt");
        // What is started in the background would ignore SIGINT otherwise.
        List<String> whole = new ArrayList<>(List.of("env", "--default-signal=INT"));
        whole.addAll(line);
        var builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        // Runs of a minute do not live to see what the second compiler makes of them, nor have they much to collect.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(environment);
        return new Command(builder.start(), output);
    }

    /** Waits for the end and gives the exit code. */
    int exitCode() throws InterruptedException, IOException {
        if (!process.waitFor(15, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + output());
        }
        return process.exitValue();
    }

    /** Its number. */
    long process() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Sends a signal, such as TERM. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** What it has printed so far. */
    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(output);
    }
}
