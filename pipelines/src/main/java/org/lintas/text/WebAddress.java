package org.lintas.text;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A canonical URL, equal for equivalent spellings: without scheme, {@code www.}, port, fragment, trailing slash and
 * tracking parameters; the host in lower case and ASCII, the path with percent-encoding decoded.
 *
 * @param host lower case, without a leading {@code www.}
 * @param path with its query; empty for the root
 */
public record WebAddress(String host, String path) {

    /** Maximum length of a URL that is kept, in characters; servers do not accept longer ones. */
    public static final int MAX_LENGTH = 8_192;

    private static final Pattern TRACKING = Pattern.compile("(?:utm_[a-z]++|fbclid|gclid)(?:=.*+)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?+://.*+", Pattern.DOTALL);
    private static final int HEX = 16;

    /** Maximum length of a host in any script; DNS names have at most 253 characters. */
    private static final int MAX_HOST = 1_000;

    /** Parses a URL that starts with http or https; empty for any other text. Never throws. */
    public static Optional<WebAddress> of(String url) {
        if (url == null) {
            return Optional.empty();
        }
        String address = url.strip();
        return SCHEME.matcher(address).matches()
                ? withoutScheme(address.substring(address.indexOf("://") + 3))
                : Optional.empty();
    }

    /** Parses a URL whose scheme may be omitted; empty for an e-mail address, of which only the host would count. */
    public static Optional<WebAddress> asWritten(String line) {
        if (SCHEME.matcher(line.strip()).matches()) {
            return of(line);
        }
        return isEmail(line) ? Optional.empty() : withoutScheme(line.strip());
    }

    /** Whether a text without scheme has a name and {@code @} before the host. */
    public static boolean isEmail(String line) {
        String address = line.strip();
        return !SCHEME.matcher(address).matches()
                && address.substring(0, hostEnd(address)).indexOf('@') >= 0;
    }

    private static Optional<WebAddress> withoutScheme(String rest) {
        int end = hostEnd(rest);
        String host = host(rest.substring(0, end));
        return host.isEmpty() ? Optional.empty() : Optional.of(new WebAddress(host, path(rest.substring(end))));
    }

    private static int hostEnd(String rest) {
        int end = 0;
        while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The site of a host: its last two parts, or three where the last but one is that of a registry, as in com.my and go.th. */
    public static String site(String host) {
        String[] parts = host.split("\\.");
        int n = parts.length;
        int count = n > 2 && parts[n - 1].length() == 2 && parts[n - 2].length() <= 3 ? 3 : 2;
        return String.join(".", List.of(parts).subList(Math.max(0, n - count), n));
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":[0-9]*+$", "");
        if (host.length() > MAX_HOST) {
            return LowerCase.of(host);
        }
        try {
            host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            // Not a valid DNS name, but equal texts still mean the same host.
            return LowerCase.of(host);
        }
        return LowerCase.of(host).replaceFirst("^www\\.", "").replaceFirst("\\.$", "");
    }

    private static String path(String raw) {
        String whole = raw.indexOf('#') < 0 ? raw : raw.substring(0, raw.indexOf('#'));
        int question = whole.indexOf('?');
        String path = unescaped(question < 0 ? whole : whole.substring(0, question));
        String query = question < 0
                ? ""
                : Arrays.stream(whole.substring(question + 1).split("&"))
                        .filter(part ->
                                !part.isEmpty() && !TRACKING.matcher(part).matches())
                        .map(WebAddress::unescaped)
                        .collect(Collectors.joining("&"));
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Decodes percent-encoding such as {@code %E0%B8%81}; malformed escapes are kept. */
    private static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], HEX);
            if (low < 0) {
                out.write(bytes[i]);
            } else {
                out.write(HEX * high + low);
                i += 2;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
