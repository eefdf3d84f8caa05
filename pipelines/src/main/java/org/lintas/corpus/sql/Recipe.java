package org.lintas.corpus.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prepared query: an SQL file whose first comment states the question, the result and the parameters.
 *
 * @param name name of its file, without the ending
 * @param question one sentence
 * @param gives description of the result
 * @param sql the whole file
 */
public record Recipe(String name, String question, String gives, List<Parameter> parameters, String sql) {

    private static final Pattern VALUES = Pattern.compile("((?:\\w+, )*\\w+ or \\w+)(?:; .*)?");
    private static final Pattern CONVERTED = Pattern.compile("getvariable\\('(\\w+)'\\)::(\\w+)");
    private static final Pattern PARAMETER = Pattern.compile("Parameter (\\w+)(?: \\(([^)]*)\\))?: (.*)");

    /**
     * A parameter of a recipe: an SQL variable.
     *
     * @param byDefault default value; empty if there is none
     */
    public record Parameter(String name, Optional<String> byDefault, String meaning) {

        /** The only values that it takes, where its meaning begins with a list of them ({@code a, b or c}); else none. */
        public List<String> values() {
            Matcher list = VALUES.matcher(meaning);
            return list.matches() ? List.of(list.group(1).split(", | or ")) : List.of();
        }
    }

    /** The SQL type that the value of a parameter is converted to, such as {@code DOUBLE}; empty for a text. */
    public Optional<String> type(Parameter parameter) {
        Matcher converted = CONVERTED.matcher(sql);
        return converted
                .results()
                .filter(match -> match.group(1).equals(parameter.name()))
                .map(match -> match.group(2))
                .findFirst();
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if its comment does not state the question and the result
     */
    static Recipe of(String name, String sql) {
        List<String> comment = sql.lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2).strip())
                .toList();
        var gives = new StringBuilder();
        var parameters = new ArrayList<Parameter>();
        for (String line : comment.subList(Math.min(1, comment.size()), comment.size())) {
            Matcher parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                parameters.add(
                        new Parameter(parameter.group(1), Optional.ofNullable(parameter.group(2)), parameter.group(3)));
            } else if (!line.isEmpty()) {
                gives.append(gives.isEmpty() ? "" : " ").append(line);
            }
        }
        if (!gives.toString().startsWith("Gives: ") || !comment.get(0).endsWith("?")) {
            throw new IllegalArgumentException(name + ".sql: must start with a question, followed by Gives:");
        }
        return new Recipe(name, comment.get(0), gives.substring("Gives: ".length()), List.copyOf(parameters), sql);
    }
}
