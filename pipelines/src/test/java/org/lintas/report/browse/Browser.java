package org.lintas.report.browse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.cli.Chromium;

/** A tab of a real browser without a window, used as a reader does, by the protocol of its developer tools. */
final class Browser implements AutoCloseable {

    private static final long SECONDS = 90;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the browser answers where its page was left before an expression had a value, or the next one is not there yet. */
    private static final Pattern LEFT =
            Pattern.compile("navigated or closed|context was destroyed|Cannot find .*context");

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final List<String> console = new ArrayList<>();
    private int number;

    Browser(Chromium chromium, Path work) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(work, "profile");
        process = new ProcessBuilder(
                        chromium.program().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("chromium.log").toFile())
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(tab(profile.resolve("DevToolsActivePort")), new Listener())
                .join();
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("Page.enable", Map.of());
    }

    private static URI tab(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Files.exists(file) || Files.readAllLines(file).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IOException("the browser does not start");
            }
            Thread.sleep(50);
        }
        URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(file).get(0) + "/json/list");
        String tabs = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(list)
                                .timeout(Duration.ofSeconds(SECONDS))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode tab : JSON.readTree(tabs)) {
            if (tab.path("type").asText().equals("page")) {
                return URI.create(tab.path("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("the browser has no tab: " + tabs);
    }

    /** The page was left while the browser was asked for a value of it. */
    private static final class LeftPage extends IOException {
        private static final long serialVersionUID = 1;

        LeftPage(String message) {
            super(message);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    messages.add(JSON.readTree(part.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        int id = ++number;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).join();
        while (true) {
            JsonNode next = messages.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IOException(method + ": the browser does not answer");
            }
            note(next);
            if (next.path("id").asInt() == id) {
                if (LEFT.matcher(next.at("/error/message").asText()).find()) {
                    throw new LeftPage(method + ": " + next);
                }
                if (next.has("error")) {
                    throw new IOException(method + ": " + next);
                }
                return next.path("result");
            }
        }
    }

    private void note(JsonNode message) {
        switch (message.path("method").asText()) {
            case "Runtime.consoleAPICalled", "Runtime.exceptionThrown" ->
                console.add(message.path("params").toString());
            case "Log.entryAdded" ->
                console.add(message.at("/params/entry/text").asText());
            default -> {
                // What else the browser tells is not asked for.
            }
        }
    }

    /** Lines that scripts or the browser itself wrote to the console. */
    List<String> console() {
        return console;
    }

    /** Opens an address and waits for an expression to be true on its page. */
    void open(String address, String condition) throws IOException, InterruptedException {
        call("Page.navigate", Map.of("url", address));
        await("location.href === " + JSON.writeValueAsString(address) + " && document.readyState === 'complete' && ("
                + condition + ")");
    }

    /** Loads the page again. */
    void reload() throws IOException, InterruptedException {
        call("Page.reload", Map.of());
    }

    /** The value of an expression as text. */
    String value(String expression) throws IOException, InterruptedException {
        JsonNode result = call(
                "Runtime.evaluate",
                Map.of(
                        "expression",
                        "(async () => String(await (" + expression + ")))()",
                        "awaitPromise",
                        true,
                        "userGesture",
                        true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.path("exceptionDetails"));
        }
        return result.at("/result/value").asText();
    }

    /** Waits until an expression is true, on this page or on the one that follows it. */
    void await(String condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String last = "";
        while (System.nanoTime() < end) {
            try {
                last = value(
                        "(() => { try { return Boolean(" + condition + "); } catch (error) { return error; } })()");
            } catch (LeftPage e) {
                last = e.getMessage();
            }
            if (last.equals("true")) {
                return;
            }
            Thread.sleep(30);
        }
        throw new AssertionError(condition + ": " + last + "; " + value("document.body.innerText") + console);
    }

    /** Sets the width of the window, in CSS pixels, and the scheme that the reader prefers. */
    void show(int width, boolean isDark) throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    }

    /** Presses a key where the focus is. */
    void press(String key, int code, String text) throws IOException, InterruptedException {
        call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** Types a text where the focus is. */
    void type(String text) throws IOException, InterruptedException {
        call("Input.insertText", Map.of("text", text));
    }

    /** Ends the browser with all its processes, so that none still writes to the folder of its profile. */
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> processes = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        socket.abort();
        process.destroy();
        if (!haveEnded(processes)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            // One that nobody reaps never ends, and writes nothing any more.
            haveEnded(processes);
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes) throws InterruptedException {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(10, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
