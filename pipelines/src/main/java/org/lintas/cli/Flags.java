package org.lintas.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Credentials;
import org.lintas.storage.Location;

/** Flags of the commands that are no pipelines: {@code --name=value}, or {@code --name} for true. */
public final class Flags {

    /** What a flag without a value has; no argument of a process holds such a character. */
    private static final String BARE = "\0";

    private final Map<String, String> values = new TreeMap<>();

    private Flags() {}

    /**
     * Reads a command line.
     *
     * @param known names of the flags that the command has
     * @throws RunFailure if an argument is none of them
     */
    public static Flags parse(Set<String> known, String... args) {
        Credentials.refuseIn(args);
        var flags = new Flags();
        for (String arg : args) {
            if (!arg.startsWith("--")) {
                throw RunFailure.usage(arg + ": flags start with --; --help lists them");
            }
            int equals = arg.indexOf('=');
            String name = arg.substring(2, equals < 0 ? arg.length() : equals);
            if (!known.contains(name)) {
                throw RunFailure.usage("--" + name + ": no such flag; --help lists them");
            }
            flags.values.put(name, equals < 0 ? BARE : arg.substring(equals + 1));
        }
        return flags;
    }

    /**
     * A value; empty where the flag is not given.
     *
     * @throws RunFailure if it is given without a value
     */
    public Optional<String> get(String name) {
        String value = values.get(name);
        if (BARE.equals(value)) {
            throw RunFailure.usage("--" + name + " has no value: give one, --" + name + "=…");
        }
        return Optional.ofNullable(value).filter(given -> !given.isBlank());
    }

    /** Whether a flag without a value is given. */
    public boolean is(String name) {
        String value = values.getOrDefault(name, "false");
        return !value.isBlank() && !value.equals("false");
    }

    /**
     * A value that must be given.
     *
     * @param what to name, for the message
     */
    public String need(String name, String what) {
        return get(name).orElseThrow(() -> RunFailure.usage("--" + name + " is missing: name " + what));
    }

    /** The folders that {@code --corpus} names, each once. */
    public List<Layout> corpora() {
        need("corpus", "the folder of a corpus");
        return list("corpus").stream()
                .map(folder -> new Layout(Location.absolute(folder)))
                .distinct()
                .toList();
    }

    /** Values separated by commas; none where the flag is not given. */
    public List<String> list(String name) {
        return get(name)
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
