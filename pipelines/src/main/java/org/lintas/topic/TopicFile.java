package org.lintas.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.Printable;
import org.lintas.text.TermMatcher;

/** What a file of a taxonomy says of its topic. What is wrong is told by line and left out. */
final class TopicFile {

    /** Name of the file of exclusions that mask the terms of every topic. */
    static final String ANY_TOPIC = "any_topic";

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("[01]|[01]?\\.[0-9]{1,6}");
    private static final int LONGEST_ID = 50;
    private static final int LONGEST_TERM = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LEAST_LETTERS = 2;

    private static final List<String> KEYS =
            List.of("code", "name", "definition", "asean", "oci", "iccs", "replace", "remove", "terms");
    private static final List<String> KEYS_OF_TERM = List.of("term", "kind", "weight", "note");

    /**
     * A term and where it stands.
     *
     * @param line from 1
     * @param kind null for a term to remove
     */
    record Entry(int line, Language language, Taxonomy.Kind kind, double weight, String term) {
        String form() {
            return TermMatcher.form(term);
        }
    }

    private final String file;
    private final List<TaxonomyProblem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private boolean replaces;
    private final List<Entry> terms = new ArrayList<>();
    private final List<Entry> removed = new ArrayList<>();

    private TopicFile(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param file its name, {@code TOPIC.yaml}
     */
    static TopicFile read(String file, String yaml) {
        var topic = new TopicFile(file);
        if (!topic.name().equals(ANY_TOPIC)
                && (!IDENTIFIER.matcher(topic.name()).matches() || topic.name().length() > LONGEST_ID)) {
            topic.wrong(
                    1,
                    "the file is named by the id of its topic: give lower-case letters, digits and _, at most "
                            + LONGEST_ID + ", as in scam_centres.yaml");
        }
        try {
            topic.root(YamlNode.read(yaml));
        } catch (YamlNode.Invalid e) {
            topic.wrong(e.line(), e.getMessage());
        }
        return topic;
    }

    private String name() {
        return file.substring(0, file.length() - ".yaml".length());
    }

    /** Name of the file. */
    String file() {
        return file;
    }

    /** Code of the topic, {@code *} for all. */
    String code() {
        return name().equals(ANY_TOPIC) ? Lexicon.ANY : name();
    }

    /** What is wrong with it, in the order in which it was found. */
    List<TaxonomyProblem> problems() {
        return problems;
    }

    /** Whether the built-in terms of the topic are left out. */
    boolean replaces() {
        return replaces;
    }

    List<Entry> terms() {
        return terms;
    }

    /** Built-in terms that are left out. */
    List<Entry> removed() {
        return removed;
    }

    /**
     * The topic.
     *
     * @param builtIn what holds for that which the file does not say; null if there is none
     */
    Taxonomy.Topic topic(Taxonomy.Topic builtIn) {
        return new Taxonomy.Topic(
                code(),
                texts.getOrDefault("name", builtIn == null ? "" : builtIn.name()),
                texts.getOrDefault("definition", builtIn == null ? "" : builtIn.definition()),
                lists.getOrDefault("asean", builtIn == null ? List.of() : builtIn.asean()),
                lists.getOrDefault("oci", builtIn == null ? List.of() : builtIn.oci()),
                lists.getOrDefault("iccs", builtIn == null ? List.of() : builtIn.iccs()));
    }

    /** Notes what is wrong with it beside the topics that are built in. */
    void checkBeside(Taxonomy builtIn) {
        Map<Language, Map<String, List<Taxonomy.Term>>> known = builtIn.byForm(code());
        if (code().equals(Lexicon.ANY)) {
            terms.stream()
                    .filter(term -> term.kind != Taxonomy.Kind.EXCLUSION)
                    .forEach(term -> wrong(term.line, "in " + file + " every term is an exclusion"));
        } else if (known.isEmpty()) {
            for (String key : List.of("name", "definition")) {
                if (!texts.containsKey(key)) {
                    wrong(1, "'" + name() + "' is a new topic: give its " + key);
                }
            }
            if (terms.stream().noneMatch(term -> term.kind == Taxonomy.Kind.CORE)) {
                wrong(lines.getOrDefault("terms", 1), "'" + name() + "' is a new topic: give a term of kind core");
            }
        }
        if (known.isEmpty() && replaces) {
            wrong(lines.get("replace"), "there is no built-in topic '" + name() + "' whose terms could be replaced");
        }
        for (Entry term : removed) {
            if (replaces) {
                wrong(term.line, "replace: true removes all built-in terms; leave remove out");
            } else if (!known.getOrDefault(term.language, Map.of()).containsKey(term.form())) {
                wrong(
                        term.line,
                        "'" + Printable.beginning(term.term) + "' is no built-in term of the topic in "
                                + term.language.code());
            }
        }
    }

    private void root(YamlNode root) {
        if (!root.isMap()) {
            wrong(root.line(), "has no keys; give " + String.join(", ", KEYS));
            return;
        }
        for (YamlNode.Entry entry : root.entries()) {
            YamlNode value = entry.value();
            lines.put(entry.key(), entry.line());
            switch (entry.key()) {
                case "code" -> code(value);
                case "name", "definition" -> text(value).ifPresent(text -> texts.put(entry.key(), text));
                case "asean", "oci", "iccs" -> lists.put(entry.key(), list(value));
                case "replace" -> replaces = isTrue(value);
                case "remove" -> byLanguage(value, (language, term) -> removed(language, term));
                case "terms" -> byLanguage(value, (language, term) -> term(language, term));
                default -> unknown(entry, KEYS);
            }
        }
        if (terms.isEmpty() && removed.isEmpty()) {
            wrong(lines.getOrDefault("terms", 1), "has no terms");
        }
        twice(terms);
        twice(removed);
    }

    private void code(YamlNode value) {
        if (!value.isText() || !value.text().equals(name())) {
            wrong(value.line(), "code is not that of the file's name; give " + name() + ", or leave it out");
        }
    }

    private Optional<String> text(YamlNode value) {
        if (!value.isText() || value.text().isBlank() || value.text().length() > LONGEST_TEXT) {
            wrong(value.line(), "give a text of 1 to " + LONGEST_TEXT + " characters, in quotes");
            return Optional.empty();
        }
        return Optional.of(value.text().strip());
    }

    private List<String> list(YamlNode value) {
        if (!value.isList()) {
            wrong(value.line(), "give a list, as in [\"cybercrime\"]");
            return List.of();
        }
        return value.items().stream().flatMap(item -> text(item).stream()).toList();
    }

    private boolean isTrue(YamlNode value) {
        if (!value.isText() || !(value.text().equals("true") || value.text().equals("false"))) {
            wrong(value.line(), "give true or false");
            return false;
        }
        return value.text().equals("true");
    }

    /** Receives what stands in the list of a language. */
    private interface Reader {
        void read(Language language, YamlNode term);
    }

    private void byLanguage(YamlNode value, Reader reader) {
        if (!value.isMap()) {
            wrong(value.line(), "give lists of terms by language, as in the built-in files");
            return;
        }
        for (YamlNode.Entry entry : value.entries()) {
            Optional<Language> language = Language.of(entry.key());
            if (language.isEmpty()) {
                wrong(
                        entry.line(),
                        "language '" + Printable.beginning(entry.key()) + "' is unknown; give one of "
                                + Stream.of(Language.values())
                                        .map(Language::code)
                                        .collect(Collectors.joining(",")));
            } else if (!entry.value().isList() || entry.value().items().isEmpty()) {
                wrong(entry.line(), "has no terms; give a list, or leave " + entry.key() + " out");
            } else {
                entry.value().items().forEach(term -> reader.read(language.get(), term));
            }
        }
    }

    private void removed(Language language, YamlNode node) {
        if (!node.isText()) {
            wrong(node.line(), "give the terms to remove as texts, in quotes");
        } else if (isTerm(node)) {
            removed.add(new Entry(node.line(), language, null, 0, node.text().strip()));
        }
    }

    private void term(Language language, YamlNode node) {
        if (!node.isMap()) {
            wrong(node.line(), "write a term as {term: \"…\", kind: core}");
            return;
        }
        Map<String, YamlNode> values = new HashMap<>();
        for (YamlNode.Entry entry : node.entries()) {
            if (KEYS_OF_TERM.contains(entry.key())) {
                values.put(entry.key(), entry.value());
            } else {
                unknown(entry, KEYS_OF_TERM);
            }
        }
        YamlNode text = values.get("term");
        if (text == null || !text.isText()) {
            wrong(node.line(), "has no term; write it as {term: \"…\", kind: core}");
            return;
        }
        Optional<Taxonomy.Kind> kind = kind(values.get("kind"), node.line());
        if (isTerm(text) && kind.isPresent()) {
            double weight = weight(values.get("weight"), kind.get());
            terms.add(new Entry(
                    node.line(), language, kind.get(), weight, text.text().strip()));
        }
    }

    private boolean isTerm(YamlNode node) {
        String term = node.text().strip();
        String shown = "'" + Printable.beginning(term) + "'";
        long letters = term.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || isMark(Character.getType(c)))
                .count();
        if (letters < LEAST_LETTERS || term.length() > LONGEST_TERM) {
            wrong(
                    node.line(),
                    shown + " is no term of " + LEAST_LETTERS + " letters to " + LONGEST_TERM + " characters");
            return false;
        }
        return true;
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private Optional<Taxonomy.Kind> kind(YamlNode node, int line) {
        Optional<Taxonomy.Kind> kind = Stream.of(Taxonomy.Kind.values())
                .filter(any -> node != null && name(any).equals(node.text()))
                .findFirst();
        if (kind.isEmpty()) {
            wrong(
                    node == null ? line : node.line(),
                    (node == null
                                    ? "has no kind"
                                    : "kind '" + Printable.beginning(String.valueOf(node.text())) + "' is unknown")
                            + "; give one of "
                            + Stream.of(Taxonomy.Kind.values())
                                    .map(TopicFile::name)
                                    .collect(Collectors.joining(", ")));
        }
        return kind;
    }

    private static String name(Taxonomy.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private double weight(YamlNode node, Taxonomy.Kind kind) {
        if (node == null) {
            return kind.weight();
        }
        boolean isNumber = node.isText() && NUMBER.matcher(node.text()).matches();
        double weight = isNumber ? Double.parseDouble(node.text()) : -1;
        if (kind == Taxonomy.Kind.EXCLUSION) {
            wrong(node.line(), "an exclusion has no weight; leave it out");
            return kind.weight();
        }
        if (!(weight > 0 && weight <= 1)) {
            wrong(
                    node.line(),
                    "weight '" + Printable.beginning(String.valueOf(node.text()))
                            + "': give a number above 0, up to 1");
            return kind.weight();
        }
        return weight;
    }

    private void twice(List<Entry> entries) {
        Map<String, Entry> first = new HashMap<>();
        for (Entry entry : entries) {
            Entry other = first.putIfAbsent(entry.language.code() + '\t' + entry.term, entry);
            if (other != null) {
                wrong(entry.line, "'" + Printable.beginning(entry.term) + "' is there already, in line " + other.line);
            }
        }
    }

    private void unknown(YamlNode.Entry entry, List<String> known) {
        wrong(
                entry.line(),
                "key '" + Printable.beginning(entry.key()) + "' is unknown; give some of " + String.join(", ", known));
    }

    private void wrong(int line, String what) {
        problems.add(new TaxonomyProblem(file, line, what));
    }
}
