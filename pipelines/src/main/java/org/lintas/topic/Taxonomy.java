package org.lintas.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.TermMatcher;
import org.lintas.text.WordTable;

/**
 * The topics and their terms, one file a topic: those that are built in, or these with what a user brings. The models were trained with the built-in
 * ones; {@link #number} tells which topics they know.
 */
public final class Taxonomy {

    /** Version of the built-in taxonomy, written into the file metadata of every dataset that depends on topics. */
    public static final String VERSION = "4";

    /** Role of a term for its topic. */
    public enum Kind {
        /** Evidence of the topic by itself. */
        CORE(1.0),
        /** Evidence together with another term. */
        SUPPORTING(0.4),
        /** Adds weight to other evidence. */
        CONTEXT(0.15),
        /** Contains a term of the topic and means something else. */
        EXCLUSION(0);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        /** Weight of a term for which none is given. */
        double weight() {
            return weight;
        }
    }

    /**
     * A term of a topic in a language.
     *
     * @param topic code of the topic; {@code *} for an exclusion that masks the terms of all
     * @param weight 0 to 1
     * @param isBuiltIn whether the models may know the term: of others they know nothing but kind and weight
     * @param hash of language, topic and term; the same in every run
     */
    record Term(String topic, Kind kind, double weight, String term, boolean isBuiltIn, int hash) {
        Term(Language language, String topic, Kind kind, double weight, String term, boolean isBuiltIn) {
            this(topic, kind, weight, term, isBuiltIn, (language.code() + ' ' + topic + ' ' + term).hashCode());
        }

        private Term as(Kind otherKind, double otherWeight) {
            return new Term(topic, otherKind, otherWeight, term, isBuiltIn, hash);
        }
    }

    /**
     * A topic.
     *
     * @param asean areas of the ASEAN plan of action that it belongs to
     * @param oci markets and actors of the Global Organized Crime Index that it belongs to
     * @param iccs sections of the International Classification of Crime for Statistical Purposes
     */
    record Topic(
            String code, String name, String definition, List<String> asean, List<String> oci, List<String> iccs) {}

    private static final Taxonomy BUILT_IN = readBuiltIn();

    private final List<Topic> definitions;
    private final List<String> topics;
    private final Map<Language, List<Term>> terms;
    private final String version;

    /** Number of each topic in the models. */
    private final Map<String, Integer> numbers;

    private final int[] known;

    private Taxonomy(
            List<Topic> definitions, Map<Language, List<Term>> terms, String version, Map<String, Integer> numbers) {
        this.definitions = definitions;
        this.topics = definitions.stream().map(Topic::code).toList();
        this.terms = terms;
        this.version = version;
        this.numbers = numbers;
        this.known =
                numbers.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The taxonomy that is built in, and that the models were trained with. */
    public static Taxonomy builtIn() {
        return BUILT_IN;
    }

    /**
     * The built-in taxonomy with what a user brings: new topics come after the built-in ones, new terms after those of their topic.
     *
     * @param own as checked by {@link OwnTaxonomy#problems}
     */
    public static Taxonomy of(OwnTaxonomy own) {
        return own.isEmpty() ? BUILT_IN : BUILT_IN.with(own);
    }

    /**
     * The same with a topic that the models know nothing of: what becomes of a user's topic with these terms. For measurements.
     *
     * @param topic code of a topic
     */
    public Taxonomy asOwn(String topic) {
        Map<String, Integer> others = new HashMap<>(numbers);
        others.remove(topic);
        return new Taxonomy(definitions, terms, version, others);
    }

    /** The topics: the built-in ones in the order of the codebook, then the others. */
    List<Topic> definitions() {
        return definitions;
    }

    /** Codes of the topics, in that order. */
    public List<String> topics() {
        return topics;
    }

    /** The version, which also tells own files apart: see {@link OwnTaxonomy#version}. */
    public String version() {
        return version;
    }

    /** The terms of a language, of all topics. */
    List<Term> terms(Language language) {
        return terms.get(language);
    }

    /** Number of a topic in the models; -1 if they do not know it. */
    int number(String topic) {
        return numbers.getOrDefault(topic, -1);
    }

    /** Numbers of all topics that the models know. */
    int[] numbers() {
        return known;
    }

    /** The terms of a topic that match the same places, by language and {@link TermMatcher#form}; empty if there is no such topic. */
    Map<Language, Map<String, List<Term>>> byForm(String topic) {
        Map<Language, Map<String, List<Term>>> byForm = new EnumMap<>(Language.class);
        terms.forEach((language, all) -> all.stream()
                .filter(term -> term.topic.equals(topic))
                .forEach(term -> byForm.computeIfAbsent(language, any -> new LinkedHashMap<>())
                        .computeIfAbsent(TermMatcher.form(term.term), any -> new ArrayList<>())
                        .add(term)));
        return byForm;
    }

    private Taxonomy with(OwnTaxonomy own) {
        Map<String, Topic> topicsByCode = new LinkedHashMap<>();
        definitions.forEach(topic -> topicsByCode.put(topic.code, topic));
        Map<String, TopicFile> files = new HashMap<>();
        for (TopicFile file : own.read()) {
            files.put(file.code(), file);
            if (!file.code().equals(Lexicon.ANY)) {
                topicsByCode.put(file.code(), file.topic(topicsByCode.get(file.code())));
            }
        }
        Map<Language, List<Term>> all = new EnumMap<>(Language.class);
        terms.keySet().forEach(language -> all.put(language, new ArrayList<>()));
        var codes = new ArrayList<>(topicsByCode.keySet());
        codes.add(Lexicon.ANY);
        for (String code : codes) {
            TopicFile file = files.get(code);
            if (file == null) {
                terms.forEach((language, some) ->
                        some.stream().filter(term -> term.topic.equals(code)).forEach(all.get(language)::add));
            } else {
                lay(file, byForm(code), all);
            }
        }
        return new Taxonomy(List.copyOf(topicsByCode.values()), all, own.version(), numbers);
    }

    /** Adds the terms of a topic: those that are built in, as the file changes them, then those that it adds. */
    private static void lay(
            TopicFile file, Map<Language, Map<String, List<Term>>> builtIn, Map<Language, List<Term>> all) {
        file.removed().forEach(term -> builtIn.get(term.language()).remove(term.form()));
        Map<Language, List<Term>> added = new EnumMap<>(Language.class);
        Map<Language, Map<String, List<Term>>> kept = new EnumMap<>(Language.class);
        if (!file.replaces()) {
            kept.putAll(builtIn);
        }
        for (TopicFile.Entry entry : file.terms()) {
            List<Term> same = builtIn.getOrDefault(entry.language(), Map.of()).getOrDefault(entry.form(), List.of());
            boolean isWritten = same.stream().anyMatch(term -> term.term.equals(entry.term()));
            if (same.isEmpty() || file.replaces()) {
                added.computeIfAbsent(entry.language(), any -> new ArrayList<>())
                        .add(new Term(
                                entry.language(), file.code(), entry.kind(), entry.weight(), entry.term(), isWritten));
                continue;
            }
            // Of several spellings the one that is written, or else all of them.
            kept.computeIfAbsent(entry.language(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(entry.form(), any -> new ArrayList<>(same))
                    .replaceAll(term -> isWritten && !term.term.equals(entry.term())
                            ? term
                            : term.as(entry.kind(), entry.weight()));
        }
        kept.forEach((language, forms) -> forms.values().forEach(all.get(language)::addAll));
        added.forEach((language, some) -> all.get(language).addAll(some));
    }

    /**
     * The files of the built-in taxonomy, as they are read.
     *
     * @return texts by name
     */
    public static Map<String, String> builtInFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        for (var row : WordTable.read(Taxonomy.class, "topics.tsv", 1)) {
            String name = (row.get(0).equals(Lexicon.ANY) ? TopicFile.ANY_TOPIC : row.get(0)) + ".yaml";
            try (InputStream in = Taxonomy.class.getResourceAsStream("taxonomy/" + name)) {
                files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("taxonomy/" + name, e);
            }
        }
        return files;
    }

    private static Taxonomy readBuiltIn() {
        var topics = new ArrayList<Topic>();
        Map<Language, List<Term>> terms = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            terms.put(language, new ArrayList<>());
        }
        builtInFiles().forEach((name, text) -> {
            TopicFile file = TopicFile.read(name, text);
            if (!file.problems().isEmpty()) {
                throw new IllegalStateException(file.problems().get(0).toString());
            }
            if (!file.code().equals(Lexicon.ANY)) {
                topics.add(file.topic(null));
            }
            file.terms()
                    .forEach(entry -> terms.get(entry.language())
                            .add(new Term(
                                    entry.language(), file.code(), entry.kind(), entry.weight(), entry.term(), true)));
        });
        Map<String, Integer> numbers = new HashMap<>();
        IntStream.range(0, topics.size()).forEach(i -> numbers.put(topics.get(i).code, i));
        return new Taxonomy(List.copyOf(topics), terms, VERSION, numbers);
    }
}
