package org.lintas.report.browse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.corpus.sql.MemoryShare;
import org.lintas.failure.Reason;
import org.lintas.text.FoldedPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the page of a corpus and its answers, on loopback only, to who knows the token in its address. The corpus is only read. Searches, articles
 * and exports each have a database of their own, with a limit of memory.
 */
public final class BrowseServer implements AutoCloseable {

    /** How long a search, the reading of an article and an export may take, in seconds. */
    private static final int SEARCH_SECONDS = 60;

    private static final int ARTICLE_SECONDS = 60;
    private static final int EXPORT_SECONDS = 1_800;

    /** Memory of DuckDB for searches, in bytes, and for articles and exports each. */
    private static final long SEARCH_MEMORY = 512L << 20;

    private static final long OTHER_MEMORY = 256L << 20;

    private static final int THREADS = 16;
    private static final int TOKEN_BYTES = 16;

    /** How long a request may take to arrive, in seconds, and how many headers it may have. */
    private static final String REQUEST_SECONDS = "10";

    private static final String MOST_HEADERS = "100";

    private static final String POLICY = "Content-Security-Policy";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{1,64}");

    private static final Logger LOG = LoggerFactory.getLogger(BrowseServer.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Guard guard;
    private final BrowsePage page;
    private final Lane searches;
    private final Lane articles;
    private final Lane exports;
    private final ArticleCopy copy;
    private final Map<String, Export> formats;
    private final long size;

    /** Writes rows as a file. */
    @FunctionalInterface
    public interface Writer {
        void write(ResultSet rows, OutputStream out) throws SQLException, IOException;
    }

    /** A format of files that a selection can be exported as. */
    public record Export(String mediaType, Writer writer) {}

    /** Opens the corpus once more, with a limit of memory in bytes. */
    @FunctionalInterface
    interface Opener {
        CorpusDatabase open(long memory) throws SQLException;
    }

    private BrowseServer(HttpServer server, Path corpus, Opener opener, Map<String, Export> formats)
            throws IOException, SQLException {
        this.server = server;
        this.formats = formats;
        var token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        guard = new Guard(
                server.getAddress().getPort(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        CorpusDatabase database = opener.open(SEARCH_MEMORY);
        searches = new Lane(database, SEARCH_SECONDS);
        articles = new Lane(opener.open(OTHER_MEMORY), ARTICLE_SECONDS);
        exports = new Lane(opener.open(OTHER_MEMORY), EXPORT_SECONDS);
        // Its tables are made now, and not while the first search waits.
        FoldedPattern.of("lintas");
        Choices choices = Choices.of(corpus, database);
        size = choices.articles();
        page = BrowsePage.of(choices);
        copy = new ArticleCopy(corpus, opener, searches);
    }

    /**
     * Starts to serve a corpus.
     *
     * @param port port to listen on; 0 for any that is free
     * @param formats by the ending of the files
     * @throws java.net.BindException if the port is taken
     */
    public static BrowseServer start(Path corpus, int port, Map<String, Export> formats)
            throws IOException, SQLException {
        return start(
                corpus, memory -> CorpusDatabase.open(corpus, Math.min(memory, MemoryShare.bytes())), port, formats);
    }

    static BrowseServer start(Path corpus, Opener opener, int port, Map<String, Export> formats)
            throws IOException, SQLException {
        setUnlessSet("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
        setUnlessSet("sun.net.httpserver.maxReqHeaders", MOST_HEADERS);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        try {
            var server = new BrowseServer(http, corpus, opener, formats);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException | SQLException | RuntimeException e) {
            http.stop(0);
            throw e;
        }
    }

    /** Properties of the server of the JDK, read when it is made first. */
    private static void setUnlessSet(String property, String value) {
        System.setProperty(property, System.getProperty(property, value));
    }

    /** The address of the page, with its token. */
    public String address() {
        return "http://127.0.0.1:" + guard.port() + "/" + guard.token() + "/";
    }

    /** How many articles the corpus has. */
    public long size() {
        return size;
    }

    /** Whether searches are as fast as they will be. */
    boolean isCopied() {
        return copy.isReady();
    }

    /** Waits until searches are as fast as they will be. */
    void awaitCopy() throws InterruptedException {
        copy.await();
    }

    /** If it fails the exchange is left open: the server closes the connection, so that nobody takes half of an answer for the whole. */
    private void handle(HttpExchange exchange) throws IOException {
        try {
            Optional<Guard.Refusal> refusal = guard.refusal(exchange);
            if (refusal.isPresent()) {
                refuse(exchange, refusal.get().status(), refusal.get().why());
            } else {
                answer(exchange);
            }
        } catch (RuntimeException e) {
            LOG.warn("a request failed: {}", Reason.of(e));
            LOG.debug("a request failed", e);
            throw e;
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), "");
        Optional<String> asked = guard.inside(path);
        if (asked.isPresent()) {
            answer(exchange, asked.get());
        } else if (path.equals("/favicon.ico")) {
            // Browsers ask for it by themselves, and complain when there is none.
            head(exchange, "image/x-icon");
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_NO_CONTENT, -1);
        } else {
            refuse(exchange, HttpURLConnection.HTTP_NOT_FOUND, "not found");
        }
    }

    private void answer(HttpExchange exchange, String asked) throws IOException {
        Map<String, String> values = values(exchange.getRequestURI().getRawQuery());
        if (asked.isEmpty()) {
            exchange.getResponseHeaders().set(POLICY, page.policy());
            send(exchange, "text/html; charset=utf-8", page.html().getBytes(StandardCharsets.UTF_8));
        } else if (asked.startsWith("export.") && formats.containsKey(asked.substring("export.".length()))) {
            export(exchange, asked, values);
        } else {
            byte[] answer;
            try {
                answer = json(asked, values);
            } catch (Selection.Refused e) {
                answer = Answers.problem(e.getMessage());
            } catch (Lane.Superseded e) {
                answer = Answers.problem("a newer question was asked");
            } catch (SQLTimeoutException e) {
                answer = Answers.problem("no answer within a minute; ask for less, such as one language or fewer days");
            } catch (SQLException e) {
                LOG.debug("a query failed", e);
                answer = Answers.problem("the corpus cannot be read: " + Reason.of(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer = Answers.problem("the server ends");
            }
            if (answer.length == 0) {
                refuse(exchange, HttpURLConnection.HTTP_NOT_FOUND, "not found");
            } else {
                send(exchange, "application/json", answer);
            }
        }
    }

    /** An answer in JSON; empty if nothing of the kind is answered. */
    private byte[] json(String asked, Map<String, String> values)
            throws Selection.Refused, SQLException, IOException, Lane.Superseded, InterruptedException {
        Selection selection = Selection.of(values);
        return switch (asked) {
            case "search" ->
                Answers.page(searches, copy.isReady(), selection, number(values.getOrDefault("page", "1")) - 1);
            case "count" -> Answers.count(searches, copy.isReady(), selection);
            case "sql" -> Answers.sql(selection);
            case "article" -> {
                String id = values.getOrDefault("article", "");
                Optional<byte[]> article =
                        ID.matcher(id).matches() ? Answers.article(articles, id, selection) : Optional.empty();
                yield article.isPresent() ? article.get() : Answers.problem("the corpus has no such article");
            }
            default -> new byte[0];
        };
    }

    private static int number(String page) throws Selection.Refused {
        int number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
        if (number < 1 || number > Answers.LAST_PAGE) {
            throw new Selection.Refused("page: give a number from 1 to " + Answers.LAST_PAGE + "; an export has all");
        }
        return number;
    }

    private void export(HttpExchange exchange, String file, Map<String, String> values) throws IOException {
        Export format = formats.get(file.substring("export.".length()));
        if (exports.isBusy()) {
            refuse(exchange, HttpURLConnection.HTTP_UNAVAILABLE, "another export runs; try again when it has ended");
            return;
        }
        try {
            SelectionSql.Bound query = new SelectionSql(Selection.of(values)).export();
            exports.next(query, rows -> {
                head(exchange, format.mediaType());
                exchange.getResponseHeaders()
                        .set(
                                "Content-Disposition",
                                "attachment; filename=\"articles" + file.substring("export".length()) + "\"");
                boolean isHead = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, isHead ? -1 : 0);
                if (!isHead) {
                    format.writer().write(rows, new TimedOutput(exchange.getResponseBody(), EXPORT_SECONDS));
                }
                return null;
            });
        } catch (Selection.Refused e) {
            refuse(exchange, HttpURLConnection.HTTP_BAD_REQUEST, e.getMessage());
        } catch (SQLException e) {
            LOG.warn("an export failed: {}", Reason.of(e));
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        head(exchange, type);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, isHead ? -1 : content.length);
        if (!isHead) {
            exchange.getResponseBody().write(content);
        }
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        byte[] content = (why + "\n").getBytes(StandardCharsets.UTF_8);
        head(exchange, "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Connection", "close");
        if (status == HttpURLConnection.HTTP_BAD_METHOD) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        }
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead ? -1 : content.length);
        if (!isHead) {
            exchange.getResponseBody().write(content);
        }
    }

    private static void head(HttpExchange exchange, String type) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.putIfAbsent(POLICY, List.of("default-src 'none'; frame-ancestors 'none'"));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    /** The values of a query, the last one of each name. */
    private static Map<String, String> values(String query) {
        var values = new HashMap<String, String>();
        for (String part : query == null ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            LOG.debug("no value in an address", e);
            return "";
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        server.stop(0);
        threads.shutdownNow();
        // The last is closed first.
        try (copy;
                exports;
                articles;
                searches) {
            LOG.debug("ended");
        }
    }
}
