package org.lintas.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

/**
 * Removes what is not the story from its paragraphs: lines such as "Baca juga: …" or "Share:", and the tail of related
 * headlines. The rules are one table a language; all of them are applied, since the language is not yet known.
 */
final class Boilerplate {

    /** Page furniture is short; longer paragraphs are not looked at. */
    private static final int MAX_LENGTH = 300;

    /** What a rule says of a line. */
    private enum Verdict {
        KEEP,
        /** Drop the line. */
        LINE,
        /** Drop the line and all after it, if it stands in the last half. */
        TAIL
    }

    private record Rule(Pattern pattern, Verdict verdict) {}

    /** Rules by the first letter that their lines have; under 0 those that tell nothing of it. */
    private final Map<Character, List<Rule>> rules = new HashMap<>();

    Boilerplate() {
        for (Language language : Language.values()) {
            for (var row : WordTable.read(Boilerplate.class, "boilerplate/" + language.code() + ".tsv", 2)) {
                String regex = row.get(1);
                var pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                rules.computeIfAbsent(firstLetter(regex), any -> new ArrayList<>())
                        .add(new Rule(pattern, Verdict.valueOf(row.get(0).toUpperCase(Locale.ROOT))));
            }
        }
    }

    /** The paragraphs of the story. */
    List<String> strip(List<String> paragraphs) {
        var story = new ArrayList<String>(paragraphs.size());
        for (int i = 0; i < paragraphs.size(); i++) {
            Verdict verdict = verdict(paragraphs.get(i));
            if (verdict == Verdict.TAIL && i * 2 >= paragraphs.size()) {
                break;
            }
            if (verdict == Verdict.KEEP || verdict == Verdict.TAIL) {
                story.add(paragraphs.get(i));
            }
        }
        return story;
    }

    private Verdict verdict(String line) {
        if (line.length() > MAX_LENGTH || line.isEmpty()) {
            return Verdict.KEEP;
        }
        Verdict verdict = verdict(line, rules.getOrDefault(Character.toLowerCase(line.charAt(0)), List.of()));
        return verdict != Verdict.KEEP ? verdict : verdict(line, rules.getOrDefault((char) 0, List.of()));
    }

    private static Verdict verdict(String line, List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.pattern.matcher(line).matches()) {
                return rule.verdict;
            }
        }
        return Verdict.KEEP;
    }

    /** The letter that every match of a rule starts with, or 0 where the rule does not start with a plain letter. */
    private static char firstLetter(String regex) {
        char first = regex.charAt(0);
        boolean optional = regex.length() > 1 && "?*{".indexOf(regex.charAt(1)) >= 0;
        boolean alternatives = regex.indexOf('|') >= 0 && !regex.contains("(");
        return Character.isLetter(first) && !optional && !alternatives && !topLevelBar(regex)
                ? Character.toLowerCase(first)
                : 0;
    }

    private static boolean topLevelBar(String regex) {
        int depth = 0;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }
}
