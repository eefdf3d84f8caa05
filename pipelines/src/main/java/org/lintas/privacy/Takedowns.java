package org.lintas.privacy;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lintas.text.Printable;
import org.lintas.text.WebAddress;

/**
 * Addresses, hosts and outlets whose articles must not be in a corpus. A line of the list is an address; a host, which matches
 * all its addresses, those of its subdomains, and articles whose outlet is named by such a host, at any address; or {@code
 * outlet:NAME}, which matches all articles of the outlet of this name. {@code #} starts a comment.
 */
public final class Takedowns implements Serializable {

    /** Starts a line that names an outlet. */
    public static final String OUTLET = "outlet:";

    private static final long serialVersionUID = 1;

    private static final String HOST = "[a-z0-9_-]++(?:\\.[a-z0-9_-]++)++";
    /** Separates the entries that match an article. */
    private static final String AND = " + ";
    /** Ends a truncated detail of a reject. */
    private static final String CUT = "…";

    /** Numbers of lines by entry; an address is its host and path. */
    private final Map<String, Integer> lines = new HashMap<>();

    private int longest;

    private Takedowns() {}

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException naming the line that is neither an address, a host nor an outlet, with its beginning
     */
    public static Takedowns parse(List<String> lines) {
        var takedowns = new Takedowns();
        for (int i = 0; i < lines.size(); i++) {
            String line = withoutComment(lines.get(i));
            if (!line.isEmpty()) {
                int number = i + 1;
                String entry = entry(line)
                        .orElseThrow(() -> new IllegalArgumentException("line " + number + ": '"
                                + Printable.beginning(line) + "' is neither an address, a host nor outlet:NAME"
                                + (WebAddress.isEmail(line)
                                        ? "; it looks like an e-mail address, whose host is a whole outlet: give the addresses of articles"
                                        : "")));
                takedowns.lines.putIfAbsent(entry, number);
                takedowns.longest = Math.max(takedowns.longest, entry.length());
            }
        }
        return takedowns;
    }

    /** A line of a list without its comment, which starts the line or follows a space: an address may have a fragment. */
    public static String withoutComment(String line) {
        return line.replace("\uFEFF", "")
                .replaceFirst("(?:^|(?<=\\s))#.*+$", "")
                .strip();
    }

    private static Optional<String> entry(String line) {
        if (line.regionMatches(true, 0, OUTLET, 0, OUTLET.length())) {
            String name = name(line.substring(OUTLET.length()));
            return name.isEmpty() ? Optional.empty() : Optional.of(OUTLET + name);
        }
        return WebAddress.asWritten(line)
                .filter(address -> address.host().matches(HOST))
                .map(address -> address.host() + address.path());
    }

    /** The name of an outlet in the form in which two spellings of it are equal. */
    private static String name(String outlet) {
        return Normalizer.normalize(outlet, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s++", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the list is empty. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Number of entries; equal lines count once. */
    public int size() {
        return lines.size();
    }

    /**
     * The normalised entries that match an article; none if it may stay.
     *
     * @param outlet its outlet, null if unknown
     * @param urls its address and that of its capture; nulls are ignored
     */
    public Set<String> entries(String outlet, String... urls) {
        var found = new LinkedHashSet<String>();
        if (isEmpty()) {
            return found;
        }
        for (String url : urls) {
            WebAddress.of(url).ifPresent(address -> {
                addIfListed(address.host() + address.path(), found);
                addDomains(address.host(), found);
            });
        }
        if (outlet != null) {
            addIfListed(OUTLET + name(outlet), found);
            WebAddress.asWritten(outlet)
                    .filter(address ->
                            address.path().isEmpty() && address.host().matches(HOST))
                    .ifPresent(address -> addDomains(address.host(), found));
        }
        return found;
    }

    private void addIfListed(String entry, Set<String> found) {
        if (lines.containsKey(entry)) {
            found.add(entry);
        }
    }

    /** A host and the domains above it, the longest first; not those that are too long to be in the list. */
    private void addDomains(String host, Set<String> found) {
        IntStream.range(Math.max(0, host.length() - longest), host.length())
                .filter(from -> from == 0 || host.charAt(from - 1) == '.')
                .forEach(from -> addIfListed(host.substring(from), found));
    }

    /** The detail of the reject of an article that matches entries. */
    static String detail(Collection<String> entries) {
        return String.join(AND, entries);
    }

    /** The entries in the details of rejects; a truncated one stands for all entries that start with it. */
    public Set<String> entriesIn(Collection<String> details) {
        var parts = new HashSet<String>();
        var beginnings = new ArrayList<String>();
        for (String detail : details) {
            parts.add(detail);
            for (String part : detail.split(Pattern.quote(AND))) {
                parts.add(part);
                if (part.endsWith(CUT)) {
                    beginnings.add(part.substring(0, part.length() - CUT.length()));
                }
            }
        }
        return lines.keySet().stream()
                .filter(entry -> parts.contains(entry) || beginnings.stream().anyMatch(entry::startsWith))
                .collect(Collectors.toSet());
    }

    /** Entries other than these, in the order of their lines, each with the number of its line, to be shown. */
    public List<String> linesWithout(Set<String> entries) {
        return lines.entrySet().stream()
                .filter(line -> !entries.contains(line.getKey()))
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(line -> "line " + line.getValue() + " '" + Printable.beginning(line.getKey()) + "'")
                .toList();
    }
}
