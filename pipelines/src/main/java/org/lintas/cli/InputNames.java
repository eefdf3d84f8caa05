package org.lintas.cli;

import java.util.ArrayList;
import java.util.List;
import org.lintas.failure.RunFailure;

/** Splits the value of {@code --input} at commas, except at commas in the braces of a glob or after a backslash. */
final class InputNames {

    private InputNames() {}

    /**
     * The names.
     *
     * @param pieces the value of the flag, split at every comma
     * @throws RunFailure if one is empty
     */
    static List<String> of(List<String> pieces) {
        String flag = String.join(",", pieces);
        List<String> names = split(flag, true);
        if (names.stream().anyMatch(String::isBlank)) {
            throw RunFailure.usage("--input=" + flag + ": a name is empty: give archive files, folders or globs");
        }
        return names;
    }

    /** An unclosed brace is a plain character. */
    private static List<String> split(String flag, boolean hasBraces) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < flag.length(); i++) {
            char c = flag.charAt(i);
            if (c == ',' && depth == 0) {
                names.add(name.toString());
                name.setLength(0);
            } else if (c == '\\' && depth == 0 && flag.startsWith(",", i + 1)) {
                name.append(flag.charAt(++i));
            } else {
                depth = Math.max(0, depth + (hasBraces && c == '{' ? 1 : 0) - (c == '}' ? 1 : 0));
                name.append(c);
            }
        }
        names.add(name.toString());
        return depth == 0 ? names : split(flag, false);
    }
}
