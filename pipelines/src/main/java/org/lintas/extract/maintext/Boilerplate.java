package org.lintas.extract.maintext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.Language;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/**
 * Removes what is not the story from its paragraphs: lines such as "Baca juga: …" or "Share:", and the tail of related
 * headlines. The rules are one table a language; all of them are applied, since the language is not yet known.
 */
public final class Boilerplate {

    /** Page furniture is short; longer paragraphs are not looked at. */
    private static final int MAX_LENGTH = 300;

    /** How many first characters sort rules out, and for how many such beginnings that is remembered. */
    private static final int PREFIX = 4;

    private static final int MAX_PREFIXES = 100_000;

    /** Lines so short are often the same, on a page and on all pages of an outlet; what is said of so many is remembered. */
    private static final int SHORT = 40;

    private static final int MAX_SHORT_LINES = 20_000;

    /** What a rule says of a line. */
    private enum Action {
        KEEP,
        /** Drop the line. */
        LINE,
        /** Drop the line and all after it, if it stands in the last half. */
        TAIL,
        /** Drop the line if it is the last one. */
        LAST
    }

    /**
     * What to drop.
     *
     * @param needs one of these, in lower case, stands in every line that the pattern matches; empty where its beginning is
     *     enough to sort it out
     */
    private record Rule(Pattern pattern, Action action, List<String> needs) {

        boolean matches(String line, String lower) {
            return (needs.isEmpty() || needs.stream().anyMatch(lower::contains))
                    && pattern.matcher(line).matches();
        }

        /** A rule that fails on some characters without asking for more fails on every line that starts with them. */
        boolean canStartWith(String prefix) {
            Matcher matcher = pattern.matcher(prefix);
            return matcher.matches() || matcher.hitEnd();
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    /** For the first characters of a line, the rules that a line with them can match. */
    private final Map<String, List<Rule>> byPrefix = new HashMap<>();

    private final Map<String, Action> shortLines = new HashMap<>();

    public Boilerplate() {
        for (Language language : Language.values()) {
            for (var row : WordTable.read(Boilerplate.class, "boilerplate/" + language.code() + ".tsv", 2)) {
                var pattern = Pattern.compile(row.get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                List<String> needs = row.size() > 3 ? List.of(row.get(3).split("\\|")) : List.of();
                rules.add(new Rule(pattern, Action.valueOf(row.get(0).toUpperCase(Locale.ROOT)), needs));
            }
        }
    }

    /** The paragraphs of the story. */
    public List<String> strip(List<String> paragraphs) {
        var kept = new ArrayList<String>(paragraphs.size());
        Action action = Action.KEEP;
        for (int i = 0; i < paragraphs.size(); i++) {
            Action next = action(paragraphs.get(i));
            if (next == Action.TAIL && i * 2 >= paragraphs.size()) {
                break;
            }
            if (next != Action.LINE) {
                kept.add(paragraphs.get(i));
                action = next;
            }
        }
        if (action == Action.LAST && kept.size() > 1) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    private Action action(String line) {
        if (line.length() > MAX_LENGTH || line.isEmpty()) {
            return Action.KEEP;
        }
        if (line.length() > SHORT) {
            return matched(line);
        }
        if (shortLines.size() > MAX_SHORT_LINES) {
            shortLines.clear();
        }
        return shortLines.computeIfAbsent(line, this::matched);
    }

    private Action matched(String line) {
        String lower = LowerCase.of(line);
        for (Rule rule : candidates(line.substring(0, Math.min(line.length(), PREFIX)))) {
            if (rule.matches(line, lower)) {
                return rule.action;
            }
        }
        return Action.KEEP;
    }

    private List<Rule> candidates(String prefix) {
        if (byPrefix.size() > MAX_PREFIXES) {
            byPrefix.clear();
        }
        List<Rule> known = byPrefix.get(prefix);
        if (known == null) {
            List<Rule> wider = prefix.length() == 1 ? rules : candidates(prefix.substring(0, prefix.length() - 1));
            known = wider.stream().filter(rule -> rule.canStartWith(prefix)).toList();
            byPrefix.put(prefix, known);
        }
        return known;
    }
}
