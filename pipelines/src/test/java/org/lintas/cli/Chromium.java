package org.lintas.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A real browser without a window. */
public record Chromium(Path program) {

    private static final long MINUTES = 3;
    private static final long LOOK_MILLIS = 20;

    /**
     * A page as the browser has it.
     *
     * @param console lines that scripts or the browser itself wrote to the console
     */
    record Opened(Document document, List<String> console) {}

    /** The browser of this machine, if it has one. */
    public static Optional<Chromium> find() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /** Opens a page; pages may look into others of the same folder. */
    Opened open(Path page, Path work, String... flags) throws IOException, InterruptedException {
        return open(page.toUri(), work, flags);
    }

    /** Opens an address, such as a page in a {@code data:} URL, which may store nothing. */
    Opened open(URI page, Path work, String... flags) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(work, "profile");
        Path log = Files.createTempFile(work, "chromium", ".log");
        Path dom = Files.createTempFile(work, "chromium", ".html");
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile));
        command.addAll(List.of(flags));
        command.addAll(List.of("--virtual-time-budget=20000", "--dump-dom", page.toString()));
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        var parts = new HashSet<ProcessHandle>();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!browser.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            browser.descendants().forEach(parts::add);
            if (System.nanoTime() > end) {
                parts.forEach(ProcessHandle::destroyForcibly);
                browser.destroyForcibly();
                throw new IOException("the browser takes longer than " + MINUTES + " minutes: " + command);
            }
        }
        parts.forEach(part -> part.onExit().join());
        delete(profile, end);
        List<String> console = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(":CONSOLE"))
                .toList();
        return new Opened(Jsoup.parse(Files.readString(dom)), console);
    }

    /** Deletes a profile: parts of the browser that are no longer its children outlive it for a moment, and still write there. */
    private static void delete(Path profile, long end) throws IOException, InterruptedException {
        while (true) {
            try {
                FileUtils.deleteDirectory(profile.toFile());
                return;
            } catch (IOException stillWritten) {
                if (System.nanoTime() > end) {
                    throw stillWritten;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }
}
