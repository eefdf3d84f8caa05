package org.lintas.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

/** The topics and their terms, one file a topic. */
public final class Taxonomy {

    /** Written into the file metadata of every dataset that depends on topics. */
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
    }

    /**
     * A term of a topic in a language.
     *
     * @param topic code of the topic; {@code *} for an exclusion that masks the terms of all
     * @param weight 0 to 1
     * @param hash of language, topic and term; the same in every run
     */
    record Term(String topic, Kind kind, double weight, String term, int hash) {
        Term(Language language, String topic, Kind kind, double weight, String term) {
            this(topic, kind, weight, term, (language.code() + ' ' + topic + ' ' + term).hashCode());
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

    private static final Taxonomy INSTANCE = read();

    private final List<Topic> definitions;
    private final List<String> topics;
    private final Map<Language, List<Term>> terms;

    private Taxonomy(List<Topic> definitions, Map<Language, List<Term>> terms) {
        this.definitions = definitions;
        this.topics = definitions.stream().map(Topic::code).toList();
        this.terms = terms;
    }

    public static Taxonomy get() {
        return INSTANCE;
    }

    /** The topics, in the order of the codebook. */
    List<Topic> definitions() {
        return definitions;
    }

    /** Codes of the topics. */
    public List<String> topics() {
        return topics;
    }

    /** The terms of a language, of all topics. */
    List<Term> terms(Language language) {
        return terms.get(language);
    }

    private static Taxonomy read() {
        var topics = new ArrayList<Topic>();
        Map<Language, List<Term>> terms = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            terms.put(language, new ArrayList<>());
        }
        var yaml = new ObjectMapper(new YAMLFactory());
        for (var row : WordTable.read(Taxonomy.class, "topics.tsv", 1)) {
            String code = row.get(0);
            String file = code.equals("*") ? "any_topic" : code;
            try (InputStream in = Taxonomy.class.getResourceAsStream("taxonomy/" + file + ".yaml")) {
                JsonNode topic = yaml.readTree(in);
                if (!code.equals("*")) {
                    topics.add(topic(code, topic));
                }
                for (Language language : Language.values()) {
                    for (JsonNode term : topic.path("terms").path(language.code())) {
                        terms.get(language).add(term(language, code, term));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("taxonomy/" + file + ".yaml", e);
            }
        }
        return new Taxonomy(List.copyOf(topics), terms);
    }

    private static Topic topic(String code, JsonNode node) {
        return new Topic(
                code,
                node.path("name").asText(),
                node.path("definition").asText(),
                texts(node.path("asean")),
                texts(node.path("oci")),
                texts(node.path("iccs")));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Term term(Language language, String topic, JsonNode node) {
        Kind kind = Kind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT));
        return new Term(
                language,
                topic,
                kind,
                node.path("weight").asDouble(kind.weight),
                node.path("term").asText());
    }
}
