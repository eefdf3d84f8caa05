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
 * Removes boilerplate from the paragraphs of the main text: lines such as "Baca juga: …" or "Share:", and the related headlines
 * at the end. There is one table of rules per language; all of them are applied, since the language is not yet known.
 */
public final class Boilerplate {

    /** Boilerplate is short; longer paragraphs are not checked. */
    private static final int MAX_LENGTH = 300;

    /** Length of the prefix by which rules are excluded, and number of prefixes for which the remaining rules are cached. */
    private static final int PREFIX = 4;

    private static final int MAX_PREFIXES = 100_000;

    /** Lines up to this length often repeat, on a page and on all pages of an outlet; the actions for this many of them are cached. */
    private static final int SHORT = 40;

    private static final int MAX_SHORT_LINES = 20_000;

    /** What to do with a line. */
    private enum Action {
        KEEP,
        /** Drop the line. */
        LINE,
        /** Drop the line and all after it, if it is in the last half. */
        TAIL,
        /** Drop the line if it is the last one. */
        LAST
    }

    /** A rule for lines to drop.
     *
     * @param needs strings in lower case of which every line that the pattern matches contains one; empty if the prefix of a
     *     line is enough to exclude the rule
     */
    private record Rule(Pattern pattern, Action action, List<String> needs) {

        boolean matches(String line, String lower) {
            boolean needed = needs.isEmpty();
            for (int i = 0; i < needs.size() && !needed; i++) {
                needed = lower.contains(needs.get(i));
            }
            return needed && pattern.matcher(line).matches();
        }

        /** A pattern that fails before the end of a prefix fails on every line with this prefix. */
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

    /** The paragraphs without boilerplate. */
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
