package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which articles tell of one event, as far as that is known: what was fitted to one of them knows the others, too. */
final class Events {

    private final Map<String, List<String>> linked = new HashMap<>();
    private final Map<String, String> events = new HashMap<>();

    /**
     * Events.
     *
     * @param pairs judged pairs of articles: two ids, and 1 if both tell of one incident
     * @param written reports that were written of incidents
     */
    static Events read(Path pairs, List<Written> written) throws IOException {
        var read = new Events();
        for (String line : Files.readAllLines(pairs, StandardCharsets.UTF_8)) {
            String[] row = line.split("\t");
            if (!line.startsWith("#") && row[2].equals("1")) {
                read.link(row[0], row[1]);
            }
        }
        for (Written report : written) {
            String id = report.draft().getArticleId();
            read.link(id, id.replaceFirst("-[0-9]+$", "") + " " + report.incident());
        }
        return read;
    }

    private void link(String one, String other) {
        linked.computeIfAbsent(one, any -> new ArrayList<>()).add(other);
        linked.computeIfAbsent(other, any -> new ArrayList<>()).add(one);
    }

    /** The event of an article: the same text for all that are linked, directly or through others. */
    String of(String article) {
        if (!events.containsKey(article)) {
            Deque<String> open = new ArrayDeque<>(List.of(article));
            events.put(article, article);
            while (!open.isEmpty()) {
                for (String next : linked.getOrDefault(open.pop(), List.of())) {
                    if (events.putIfAbsent(next, article) == null) {
                        open.push(next);
                    }
                }
            }
        }
        return events.get(article);
    }

    /** Which of some parts an article belongs to; all articles on an event belong to one. */
    int part(String article, int parts) {
        return Math.floorMod(of(article).hashCode(), parts);
    }
}
