package org.lintas.corpus.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lintas.corpus.check.Outcome.Status;
import org.lintas.dataset.Manifest;

/** The results of all expectations of a corpus. */
public record Checks(List<Outcome> outcomes) {

    /** The command that repeats checks that could not run; DIR is the folder of the corpus. */
    public static final String REPEAT = "scripts/lintas check --corpus=DIR";

    public Checks {
        outcomes = List.copyOf(outcomes);
    }

    /** Number of expectations with a status. */
    public long count(Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    public boolean hasFailed() {
        return count(Status.FAILED) > 0;
    }

    /** Names of expectations with a status. */
    public List<String> names(Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .map(Outcome::name)
                .toList();
    }

    /**
     * A message on how many expectations could not be checked, with a reason and how to repeat; empty if all were checked.
     *
     * @param corpus folder of the corpus
     */
    public Optional<String> unchecked(String corpus) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == Status.UNCHECKED)
                .findFirst()
                .map(first -> String.format(
                        Locale.ROOT,
                        "%d of %d expectations not checked: %s (%s); repeat with %s",
                        count(Status.UNCHECKED),
                        outcomes.size(),
                        first.name(),
                        first.detail(),
                        REPEAT.replace("DIR", corpus)));
    }

    /** One line per expectation, and the totals. */
    public String table() {
        var out = new StringBuilder();
        int width = outcomes.stream().mapToInt(o -> o.name().length()).max().orElse(0);
        for (Outcome outcome : outcomes) {
            out.append(String.format(
                            Locale.ROOT,
                            "%-9s %-" + width + "s  %s",
                            status(outcome),
                            outcome.name(),
                            outcome.summary())
                    .stripTrailing());
            out.append('\n');
        }
        return out.append(sum()).append('\n').toString();
    }

    /** The number of expectations by status, in words. */
    public String sum() {
        return String.format(
                Locale.ROOT,
                "%d expectations passed, %d failed, %d warned, %d skipped, %d not checked",
                count(Status.PASSED),
                count(Status.FAILED),
                count(Status.WARNED),
                count(Status.SKIPPED),
                count(Status.UNCHECKED));
    }

    /** A JSON document: the totals, and one object per expectation. */
    public String json() {
        var mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        for (Status status : Status.values()) {
            root.put(status.name().toLowerCase(Locale.ROOT), count(status));
        }
        ArrayNode all = root.putArray("expectations");
        for (Outcome outcome : outcomes) {
            ObjectNode node = all.addObject()
                    .put("name", outcome.name())
                    .put("about", outcome.about())
                    .put("status", status(outcome))
                    .put("checked", outcome.checked())
                    .put("failing", outcome.failing())
                    .put("detail", outcome.detail());
            addRepeat(outcome, node);
        }
        return root.toPrettyString() + "\n";
    }

    /** The results for the manifest, without skipped expectations. */
    public List<Manifest.Expectation> expectations() {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != Status.SKIPPED)
                .map(outcome -> new Manifest.Expectation(
                        outcome.name(),
                        status(outcome),
                        outcome.status() == Status.PASSED,
                        outcome.summary(),
                        outcome.status() == Status.UNCHECKED ? REPEAT : null))
                .toList();
    }

    private static void addRepeat(Outcome outcome, ObjectNode node) {
        if (outcome.status() == Status.UNCHECKED) {
            node.put("repeat", REPEAT);
        }
    }

    private static String status(Outcome outcome) {
        return outcome.status().name().toLowerCase(Locale.ROOT);
    }
}
