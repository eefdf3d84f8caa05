package org.lintas.care;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lintas.text.WebAddress;

/**
 * Addresses and hosts whose articles must not be in a corpus. A line of the list is an address, or a host that stands for all its
 * addresses and those of its subdomains; {@code #} starts a comment.
 */
public final class Takedowns implements Serializable {

    private static final long serialVersionUID = 1;

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private int longestHost;

    private Takedowns() {}

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException naming the line that is neither an address nor a host
     */
    public static Takedowns parse(List<String> lines) {
        var takedowns = new Takedowns();
        for (int i = 0; i < lines.size(); i++) {
            String line = withoutComment(lines.get(i));
            if (!line.isEmpty()) {
                int number = i + 1;
                takedowns.add(WebAddress.asWritten(line)
                        .filter(address -> address.host().matches("[a-z0-9_-]++(?:\\.[a-z0-9_-]++)++"))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "line " + number + ": '" + line + "' is neither an address nor a host")));
            }
        }
        return takedowns;
    }

    /** A comment starts the line or follows a space: an address may have a fragment. */
    private static String withoutComment(String line) {
        return line.replace("\uFEFF", "")
                .replaceFirst("(?:^|(?<=\\s))#.*+$", "")
                .strip();
    }

    private void add(WebAddress address) {
        if (address.path().isEmpty()) {
            hosts.add(address.host());
            longestHost = Math.max(longestHost, address.host().length());
        } else {
            addresses.add(address.host() + address.path());
        }
    }

    /** Whether nothing is to be taken down. */
    public boolean isEmpty() {
        return hosts.isEmpty() && addresses.isEmpty();
    }

    /** The entry that an address falls under, as normalised; empty if it may stay. */
    public Optional<String> entry(String url) {
        Optional<WebAddress> address = WebAddress.of(url);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String whole = address.get().host() + address.get().path();
        if (addresses.contains(whole)) {
            return Optional.of(whole);
        }
        return domains(address.get().host()).filter(hosts::contains).findFirst();
    }

    /** A host and the domains above it, the longest first; not those that are too long to be in the list. */
    private Stream<String> domains(String host) {
        int first = Math.max(0, host.length() - longestHost);
        return IntStream.range(first, host.length())
                .filter(from -> from == 0 || host.charAt(from - 1) == '.')
                .mapToObj(host::substring);
    }
}
