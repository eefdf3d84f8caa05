package org.lintas;

import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.care.Takedowns;
import org.lintas.dataset.Removal;
import org.lintas.run.FinishedCorpus;
import org.lintas.run.Flags;
import org.lintas.run.LineFile;
import org.lintas.run.RunFailure;

/** What the flags {@code --articles} and {@code --exclude} ask to remove. */
final class RemovalList {

    private RemovalList() {}

    static Removal of(Flags flags, List<FinishedCorpus> corpora) {
        Set<String> ids =
                flags.get("articles").map(file -> LineFile.read("--articles", file)).orElse(List.of()).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .collect(Collectors.toSet());
        Takedowns takedowns = takedowns(flags);
        Removal byId = Removal.of(ids);
        if (takedowns.isEmpty()) {
            return byId;
        }
        try {
            return byId.and(
                    corpora.stream().map(FinishedCorpus::files).toList(),
                    url -> takedowns.entry(url).isPresent());
        } catch (IOException | IOError e) {
            throw CommandLine.failed("looking for the articles to remove", e);
        }
    }

    private static Takedowns takedowns(Flags flags) {
        String file = flags.get("exclude").orElse("");
        List<String> lines = file.isEmpty() ? List.of() : LineFile.read("--exclude", file);
        try {
            return Takedowns.parse(lines);
        } catch (IllegalArgumentException e) {
            throw RunFailure.usage("--exclude=" + file + ": " + e.getMessage());
        }
    }
}
