package org.lintas.report.browse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests are answered: those of a page of this server. Another name for this machine (DNS rebinding), another origin, and who does not know the
 * token are refused.
 *
 * @param token secret part of the address
 */
record Guard(int port, String token) {

    /** Longest path and query of a request. */
    private static final int LONGEST = 8_000;

    private static final int HTTP_PORT = 80;

    /** A request that is refused, with its status. */
    record Refusal(int status, String why) {}

    /** Why a request is refused; empty if it is not. */
    Optional<Refusal> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        if (!isOwnHost(headers)) {
            return refused(HttpURLConnection.HTTP_FORBIDDEN, "host");
        }
        if (!isOwnOrigin(headers)) {
            return refused(HttpURLConnection.HTTP_FORBIDDEN, "origin");
        }
        if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return refused(HttpURLConnection.HTTP_BAD_METHOD, "method");
        }
        if (headers.containsKey("Transfer-Encoding")
                || !headers.getOrDefault("Content-Length", List.of("0")).equals(List.of("0"))) {
            return refused(HttpURLConnection.HTTP_ENTITY_TOO_LARGE, "body");
        }
        if (exchange.getRequestURI().toString().length() > LONGEST) {
            return refused(HttpURLConnection.HTTP_REQ_TOO_LONG, "address");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(int status, String why) {
        return Optional.of(new Refusal(status, why));
    }

    private boolean isOwnHost(Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        return hosts.size() == 1 && names().contains(hosts.get(0));
    }

    private List<String> names() {
        List<String> names = List.of("localhost", "127.0.0.1", "[::1]");
        return port == HTTP_PORT
                ? names
                : names.stream().map(name -> name + ":" + port).toList();
    }

    /** A request that the page makes has its origin, or none; browsers say of others whence they come (Fetch Metadata). */
    private static boolean isOwnOrigin(Headers headers) {
        String own = "http://" + headers.getFirst("Host");
        return headers.getOrDefault("Origin", List.of(own)).equals(List.of(own))
                && Set.of("same-origin", "none").containsAll(headers.getOrDefault("Sec-Fetch-Site", List.of("none")));
    }

    /** The part of a path behind the token; empty if it does not begin with it. */
    Optional<String> inside(String path) {
        String start = "/" + token + "/";
        boolean knows = path.length() >= start.length()
                && MessageDigest.isEqual(
                        path.substring(0, start.length()).getBytes(StandardCharsets.UTF_8),
                        start.getBytes(StandardCharsets.UTF_8));
        return knows ? Optional.of(path.substring(start.length())) : Optional.empty();
    }
}
