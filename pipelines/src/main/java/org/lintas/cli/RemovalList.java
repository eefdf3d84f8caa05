package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.merge.Removal;
import org.lintas.failure.RunFailure;
import org.lintas.privacy.Takedowns;
import org.lintas.text.LowerCase;
import org.lintas.text.Printable;

/** The articles selected by {@code --articles} and {@code --exclude}. */
final class RemovalList {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private RemovalList() {}

    /** Finds the selected articles, and reports on standard error which entries match nothing. */
    static Removal of(RemovalFlags flags, List<FinishedCorpus> corpora) {
        Map<String, Integer> ids = ids(flags);
        Takedowns takedowns = takedowns("--exclude", flags.exclude);
        if (ids.isEmpty() && takedowns.isEmpty()) {
            return Removal.none();
        }
        var matched = new HashSet<String>();
        Removal removal;
        try {
            removal =
                    Removal.find(corpora.stream().map(FinishedCorpus::files).toList(), ids.keySet(), (url, source) -> {
                        Set<String> entries = takedowns.entries(source, url);
                        matched.addAll(entries);
                        return !entries.isEmpty();
                    });
        } catch (IOException | IOError e) {
            throw Failures.of("searching for the articles to remove", e);
        }
        List<String> unknown = ids.entrySet().stream()
                .filter(line -> !removal.found().contains(line.getKey()))
                .map(line -> "line " + line.getValue() + " '" + Printable.beginning(line.getKey()) + "'")
                .toList();
        LineFile.reportUnmatched("--articles", flags.articles, unknown, ids.size());
        LineFile.reportUnmatched("--exclude", flags.exclude, takedowns.linesWithout(matched), takedowns.size());
        return removal;
    }

    /** Ids with their line numbers. A line that is none could be meant for an article that would stay without a word. */
    private static Map<String, Integer> ids(RemovalFlags flags) {
        var ids = new LinkedHashMap<String, Integer>();
        List<String> lines = flags.articles.isEmpty() ? List.of() : LineFile.read("--articles", flags.articles);
        for (int i = 0; i < lines.size(); i++) {
            String id = LowerCase.of(Takedowns.withoutComment(lines.get(i)));
            if (id.isEmpty()) {
                continue;
            }
            if (!ID.matcher(id).matches()) {
                throw RunFailure.usage(String.format(
                        "--articles=%s: line %d: '%s' is no id of an article; give 32 hexadecimal digits, as in the column article_id",
                        flags.articles, i + 1, Printable.beginning(id)));
            }
            ids.putIfAbsent(id, i + 1);
        }
        return ids;
    }

    /**
     * The takedowns that a file lists; none without a file.
     *
     * @throws RunFailure if it cannot be read or an entry is invalid
     */
    static Takedowns takedowns(String flag, String file) {
        List<String> lines = file.isEmpty() ? List.of() : LineFile.read(flag, file);
        try {
            return Takedowns.parse(lines);
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage(flag + "=" + file + ": " + e.getMessage());
        }
    }
}
