package org.lintas.archive.input;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.lintas.text.Printable;
import org.lintas.text.WebAddress;

/**
 * Hosts whose records are read, with their subdomains. A record of another host is skipped before it is decoded; one whose archive does not
 * say its address is read.
 *
 * @param hosts without {@code www.}; none if all records are read
 */
public record HostList(Set<String> hosts) implements Serializable {

    /** Kind under which records of other hosts are counted as skipped. */
    public static final String OTHER_HOST = "other_host";

    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]++(?:\\.[a-z0-9_-]++)++");

    /** All hosts. */
    public static HostList all() {
        return new HostList(Set.of());
    }

    /**
     * Reads a list, a line each: a host, and after a tab anything else. {@code #} starts a comment line.
     *
     * @throws IllegalArgumentException naming the line that does not start with a host, or if there is none
     */
    public static HostList parse(List<String> lines) {
        var hosts = new TreeSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "");
            String entry = line.split("\t", 2)[0].strip();
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                int number = i + 1;
                hosts.add(host(entry)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "line " + number + ": '" + Printable.beginning(entry) + "' is not a host"
                                        + (WebAddress.isEmail(entry)
                                                ? "; it looks like an e-mail address: give what is behind its @"
                                                : ""))));
            }
        }
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("names no host");
        }
        return new HostList(hosts);
    }

    private static Optional<String> host(String entry) {
        return WebAddress.asWritten(entry)
                .filter(address ->
                        address.path().isEmpty() && HOST.matcher(address.host()).matches())
                .map(WebAddress::host);
    }

    /**
     * Whether a record is read.
     *
     * @param url its address, null if the archive does not say it
     */
    public boolean reads(String url) {
        if (hosts.isEmpty() || url == null) {
            return true;
        }
        Optional<String> host = WebAddress.of(url).map(WebAddress::host);
        return host.isEmpty() || isListed(host.get());
    }

    private boolean isListed(String host) {
        for (int from = 0; from >= 0 && from < host.length(); from = next(host, from)) {
            if (hosts.contains(host.substring(from))) {
                return true;
            }
        }
        return false;
    }

    /** Where the domain above begins; -1 if there is none. */
    private static int next(String host, int from) {
        int dot = host.indexOf('.', from);
        return dot < 0 ? -1 : dot + 1;
    }
}
