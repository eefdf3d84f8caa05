package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Genre;
import org.lintas.text.Language;
import org.lintas.topic.passage.PassageModel;
import org.lintas.topic.passage.PassageScores;
import org.lintas.topic.passage.PassageVectors;
import org.lintas.topic.passage.TokenVectors;

/** Files of a user: what they change, and what is refused. */
class OwnTaxonomyTest {

    private static final String ROBBERY = """
            name: "Robbery"
            definition: "Robbery of people, shops and homes."
            terms:
              en:
                - {term: "robbery", kind: core}
                - {term: "robbed", kind: core}
                - {term: "robber*", kind: core}
                - {term: "knife", kind: supporting}
            """;

    private static final String TITLE = "Two men charged over robbery of a goldsmith";
    private static final String TEXT =
            "Two men were charged on Tuesday with the robbery of a goldsmith in Klang. The robbers threatened the owner with"
                    + " a knife, took rings and chains from the counter and left on a motorcycle, the court heard.\n\nThe shop had been robbed"
                    + " twice before. Police found some of the rings in a rented room. The robbery case was put off until June.";

    private static OwnTaxonomy own(String file, String yaml) {
        return OwnTaxonomy.of(new TreeMap<>(Map.of(file, yaml)));
    }

    private static List<TopicLabel> labels(OwnTaxonomy own, String title, String text) {
        return new TopicClassifier(TopicFinder.of(own)).classify(Language.ENGLISH, title, text);
    }

    @Test
    void aNewTopicIsGradedAndTheOthersStayAsTheyAre() {
        OwnTaxonomy own = own("robbery.yaml", ROBBERY);

        List<TopicLabel> labels = labels(own, TITLE, TEXT);

        assertThat(labels)
                .filteredOn(label -> label.getTopic().equals("robbery"))
                .singleElement()
                .satisfies(label -> {
                    assertThat(label.getGrade()).isEqualTo("main");
                    assertThat(label.getEvidence()).extracting("term").contains("robbery", "robber", "knife");
                    assertThat(label.getEvidence())
                            .allSatisfy(
                                    span -> assertThat(span.getProbability()).isNull());
                });
        assertThat(labels(own, "Heroin in a lorry", "Police seized heroin worth a million at the border."))
                .isEqualTo(labels(
                        OwnTaxonomy.none(),
                        "Heroin in a lorry",
                        "Police seized heroin worth a million at the border."));
        assertThat(Taxonomy.of(own).topics())
                .startsWith(Taxonomy.builtIn().topics().toArray(String[]::new))
                .endsWith("robbery");
    }

    @Test
    void aTopicThatTheModelsDoNotKnowIsNeverGivenWithoutATerm() {
        OwnTaxonomy own = own("robbery.yaml", ROBBERY);

        assertThat(labels(
                        own,
                        "Thieves empty a goldsmith",
                        "Masked men broke the glass with hammers and took all rings."))
                .extracting(TopicLabel::getTopic)
                .doesNotContain("robbery");
    }

    @Test
    void aTopicThatTheModelsDoNotKnowHasOnlyTheFeaturesOfAllTopics() {
        String text =
                "Police seized heroin and methamphetamine. The drug trafficking ring laundered money, police said.";
        TopicFinder finder = TopicFinder.builtIn();

        assertThat(features(finder, text, "drug_trafficking")).anyMatch(index -> index >= TopicFeatures.PLAIN);
        assertThat(features(finder.asOwn("drug_trafficking"), text, "drug_trafficking"))
                .isNotEmpty()
                .allMatch(index -> index < TopicFeatures.SHARED);
        assertThat(features(finder.asOwn("drug_trafficking"), text, "money_laundering"))
                .anyMatch(index -> index >= TopicFeatures.PLAIN)
                .doesNotContain(pair("money_laundering", "drug_trafficking"));
        assertThat(features(finder, text, "money_laundering")).contains(pair("money_laundering", "drug_trafficking"));
    }

    private static int pair(String topic, String other) {
        return FeatureNames.ALL.indexOf("topic " + topic + ", beside " + other + ", density");
    }

    private static List<Integer> features(TopicFinder finder, String text, String topic) {
        TopicFinder.Findings found = finder.find(Language.ENGLISH, "", text);
        var said = PassageScores.of(
                PassageModel.load(), PassageVectors.of(TokenVectors.load(), Language.ENGLISH, "", text));
        List<String> topics = found.topics().stream().map(TopicFinding::topic).toList();
        FeatureVector vector =
                new TopicFeatures(found, said, new double[Genre.values().length]).vector(topics.indexOf(topic));
        return IntStream.range(0, vector.size()).mapToObj(vector::index).toList();
    }

    @Test
    void termsOfABuiltInTopicAreAddedChangedAndRemoved() {
        OwnTaxonomy own = own("drug_trafficking.yaml", """
                terms:
                  en:
                    - {term: "zonkpowder", kind: core}
                    - {term: "Heroin", kind: context, weight: 0.1}
                remove:
                  en: ["ketamine"]
                """);

        Taxonomy taxonomy = Taxonomy.of(own);
        Map<String, List<Taxonomy.Term>> terms =
                taxonomy.byForm("drug_trafficking").get(Language.ENGLISH);

        assertThat(terms.get("zonkpowder")).singleElement().satisfies(term -> {
            assertThat(term.kind()).isEqualTo(Taxonomy.Kind.CORE);
            assertThat(term.isBuiltIn()).isFalse();
        });
        assertThat(terms.get("heroin")).allSatisfy(term -> {
            assertThat(term.kind()).isEqualTo(Taxonomy.Kind.CONTEXT);
            assertThat(term.weight()).isEqualTo(0.1);
            assertThat(term.isBuiltIn()).isTrue();
        });
        assertThat(Taxonomy.builtIn().byForm("drug_trafficking").get(Language.ENGLISH))
                .containsKey("ketamine");
        assertThat(terms).doesNotContainKey("ketamine");
        assertThat(taxonomy.terms(Language.THAI))
                .containsExactlyInAnyOrderElementsOf(Taxonomy.builtIn().terms(Language.THAI));
        assertThat(taxonomy.definitions()).isEqualTo(Taxonomy.builtIn().definitions());
        assertThat(labels(
                        own,
                        "Police seize zonkpowder at port",
                        "Police seized 40 kg of zonkpowder in a container. The zonkpowder came from abroad, and three men were"
                                + " arrested for trafficking zonkpowder."))
                .extracting(TopicLabel::getTopic, TopicLabel::getGrade)
                .contains(tuple("drug_trafficking", "main"));
    }

    @Test
    void termsOfABuiltInTopicAreReplacedWhole() {
        OwnTaxonomy own = own("drug_trafficking.yaml", """
                name: "Drugs"
                replace: true
                terms:
                  en:
                    - {term: "heroin", kind: core}
                """);

        Taxonomy taxonomy = Taxonomy.of(own);

        assertThat(taxonomy.byForm("drug_trafficking")).containsOnlyKeys(Language.ENGLISH);
        assertThat(taxonomy.byForm("drug_trafficking").get(Language.ENGLISH)).containsOnlyKeys("heroin");
        assertThat(taxonomy.definitions())
                .filteredOn(topic -> topic.code().equals("drug_trafficking"))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.name()).isEqualTo("Drugs");
                    assertThat(topic.definition()).isNotEmpty();
                });
    }

    @Test
    void exclusionsMaskEveryTopic() {
        OwnTaxonomy own = OwnTaxonomy.of(new TreeMap<>(Map.of(
                "robbery.yaml",
                ROBBERY,
                "any_topic.yaml",
                "terms: {en: [{term: \"daylight robbery\", kind: exclusion}]}")));

        assertThat(labels(
                        own,
                        "",
                        "The price of rice is daylight robbery, a minister said. It is daylight robbery indeed."))
                .isEmpty();
    }

    @Test
    void whatIsBuiltInCanBeReadAsFilesOfAUser() {
        assertThat(OwnTaxonomy.problems(new TreeMap<>(Taxonomy.builtInFiles()))).isEmpty();
        OwnTaxonomy own = OwnTaxonomy.of(new TreeMap<>(Taxonomy.builtInFiles()));

        for (Language language : Language.values()) {
            assertThat(Taxonomy.of(own).terms(language))
                    .containsExactlyInAnyOrderElementsOf(Taxonomy.builtIn().terms(language));
        }
    }

    @Test
    void itTravelsToWorkers() throws Exception {
        OwnTaxonomy own = own("robbery.yaml", ROBBERY);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(own);
        }

        OwnTaxonomy arrived;
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            arrived = (OwnTaxonomy) in.readObject();
        }

        assertThat(arrived.digest()).isEqualTo(own.digest()).matches("[0-9a-f]{64}");
        assertThat(arrived.version())
                .isEqualTo(Taxonomy.VERSION + "+" + own.digest().substring(0, 12));
        assertThat(Taxonomy.of(arrived).terms(Language.ENGLISH))
                .isEqualTo(Taxonomy.of(own).terms(Language.ENGLISH));
        assertThat(TopicFinder.of(arrived)).isSameAs(TopicFinder.of(own));
        assertThat(own("robbery.yaml", ROBBERY + "# x\n").digest()).isNotEqualTo(own.digest());
        assertThat(OwnTaxonomy.none().version()).isEqualTo(Taxonomy.VERSION);
    }

    /** The sign ¶ ends a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    Robbery.yaml  | HEAD terms: {en: [{term: "robbery", kind: core}]}               | Robbery.yaml:1: the file is named by the id of its topic
                    rob-ery.yaml  | HEAD terms: {en: [{term: "robbery", kind: core}]}               | rob-ery.yaml:1: the file is named by the id
                    robbery.yaml  | HEAD terms:¶  en:¶   - {term: "robbery", kind: core¶  x         | is not YAML:
                    robbery.yaml  | HEAD terms: {en: [{term: "robbery", kind: core}]}¶colour: red   | robbery.yaml:4: key 'colour' is unknown; give some of code, name
                    robbery.yaml  | HEAD terms:¶  en:¶  - {term: "robbery", kind: core, wieght: 1}  | robbery.yaml:5: key 'wieght' is unknown; give some of term, kind, weight, note
                    robbery.yaml  | HEAD terms:¶  xx:¶  - {term: "robbery", kind: core}             | robbery.yaml:4: language 'xx' is unknown; give one of id,ms
                    robbery.yaml  | HEAD terms:¶  en:¶  - {term: "", kind: core}                    | robbery.yaml:5: '' is no term of 2 letters
                    robbery.yaml  | HEAD terms:¶  en:¶  - {term: "*a*", kind: core}                 | robbery.yaml:5: '*a*' is no term of 2 letters
                    robbery.yaml  | HEAD terms:¶  en:¶  - {kind: core}                              | robbery.yaml:5: has no term; write it as
                    robbery.yaml  | HEAD terms:¶  en:¶  - robbery                                   | robbery.yaml:5: write a term as {term:
                    robbery.yaml  | HEAD terms:¶  en: []                                            | robbery.yaml:4: has no terms; give a list
                    robbery.yaml  | HEAD code: robbery                                              | robbery.yaml:1: has no terms
                    robbery.yaml  | HEAD terms: {en: [{term: "robbery"}]}                           | robbery.yaml:3: has no kind; give one of core, supporting, context, exclusion
                    robbery.yaml  | HEAD terms: {en: [{term: "robbery", kind: main}]}               | robbery.yaml:3: kind 'main' is unknown; give one of core
                    robbery.yaml  | HEAD terms: {en: [{term: "robbery", kind: core, weight: 2}]}    | robbery.yaml:3: weight '2': give a number above 0, up to 1
                    robbery.yaml  | HEAD terms: {en: [{term: "robbery", kind: core, weight: much}]} | robbery.yaml:3: weight 'much': give a number
                    robbery.yaml  | HEAD terms: {en: [{term: "robbery", kind: core, weight: "."}]}  | robbery.yaml:3: weight '.': give a number
                    robbery.yaml  | HEAD terms:¶  en:¶  - {term: rob, kind: core}¶  - {term: rob, kind: context} | robbery.yaml:6: 'rob' is there already, in line 5
                    robbery.yaml  | HEAD terms:¶  en: [{term: rob, kind: core}]¶  en: [{term: rob, kind: core}] | robbery.yaml:5: 'en' is there twice
                    robbery.yaml  | HEAD terms: {en: [{term: "robbery", kind: context}]}            | robbery.yaml:3: 'robbery' is a new topic: give a term of kind core
                    robbery.yaml  | terms: {en: [{term: "robbery", kind: core}]}                    | robbery.yaml:1: 'robbery' is a new topic: give its name
                    robbery.yaml  | HEAD code: theft¶terms: {en: [{term: "robbery", kind: core}]}   | robbery.yaml:3: code is not that of the file's name; give robbery
                    robbery.yaml  | HEAD replace: true¶terms: {en: [{term: "robbery", kind: core}]} | robbery.yaml:3: there is no built-in topic 'robbery'
                    robbery.yaml  | HEAD replace: yes¶terms: {en: [{term: "robbery", kind: core}]}  | robbery.yaml:3: give true or false
                    robbery.yaml  | HEAD asean: cybercrime¶terms: {en: [{term: "robbery", kind: core}]} | robbery.yaml:3: give a list
                    robbery.yaml  | HEAD terms: [robbery]                                           | robbery.yaml:3: give lists of terms by language
                    robbery.yaml  | HEAD name: ""                                                   | 'name' is there twice
                    robbery.yaml  | name: ""¶terms: {en: [{term: "robbery", kind: core}]}           | robbery.yaml:1: give a text of 1 to
                    robbery.yaml  | HEAD x: &a [b]¶terms: *a                                        | robbery.yaml:3: has an anchor or an alias
                    robbery.yaml  | HEAD terms: *a                                                  | robbery.yaml:3:
                    robbery.yaml  | HEAD terms: !!java.net.URL [x]                                  | robbery.yaml:3: has a tag (!)
                    robbery.yaml  | HEAD terms: {en: [[[[[[[x]]]]]]]}                               | robbery.yaml:3: is nested too deeply
                    robbery.yaml  | HEAD terms: {en: [{term: "robbery", kind: core}]}¶---¶a: b      | a second document begins; give one
                    robbery.yaml  | ~~                                                              | robbery.yaml:1: has no keys
                    robbery.yaml  | robbery                                                         | robbery.yaml:1: has no keys
                    corruption.yaml | remove:¶  en: [nosuchterm]                                    | corruption.yaml:2: 'nosuchterm' is no built-in term of the topic in en
                    corruption.yaml | replace: true¶terms: {en: [{term: graft, kind: core}]}¶remove:¶  en: [bribe] | corruption.yaml:4: replace: true removes all built-in terms
                    corruption.yaml | remove:¶  en: [{term: bribe}]                                 | corruption.yaml:2: give the terms to remove as texts
                    any_topic.yaml  | terms: {en: [{term: graft, kind: core}]}                      | any_topic.yaml:1: in any_topic.yaml every term is an exclusion
                    robbery.yaml  | HEAD terms: {en: [{term: rob, kind: core}, {term: robin, kind: exclusion, weight: 1}]} | robbery.yaml:3: an exclusion has no weight
                    """)
    void badFilesAreToldByLine(String file, String yaml, String message) {
        String text = yaml.replace("HEAD ", "name: a¶definition: b¶").replace('¶', '\n');
        var files = new TreeMap<>(Map.of(file, text));

        assertThat(OwnTaxonomy.problems(files))
                .isNotEmpty()
                .first()
                .asString()
                .contains(message)
                .startsWith(file + ":");
        assertThatThrownBy(() -> OwnTaxonomy.of(files)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each line names the one before twice: a file that would be a billion words. */
    @Test
    void aliasesDoNotGrow() {
        var yaml = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(OwnTaxonomy.problems(new TreeMap<>(Map.of("robbery.yaml", yaml.toString()))))
                .singleElement()
                .asString()
                .startsWith("robbery.yaml:1: has an anchor or an alias");
    }

    @Test
    void tooManyFilesAreRefused() {
        var files = new TreeMap<String, String>();
        for (int i = 0; i <= OwnTaxonomy.MAX_FILES; i++) {
            files.put("robbery_" + i + ".yaml", ROBBERY);
        }

        assertThat(OwnTaxonomy.problems(files))
                .last()
                .asString()
                .startsWith("101 files with 404 terms; give at most 100");
    }

    @Test
    void whatIsWorthALookIsToldByLine() {
        var use = new TermUse(new TreeMap<>(Map.of("robbery.yaml", """
                name: "Robbery"
                definition: "Robbery."
                terms:
                  en:
                    - {term: "robbery", kind: core}
                    - {term: "bank robbery", kind: core}
                    - {term: "armed robbery", kind: core, weight: 0.5}
                    - {term: "robbery squad", kind: exclusion}
                    - {term: "rob* shops", kind: core}
                    - {term: "police", kind: core}
                  lo:
                    - {term: "ປຸ້ນທະນາຄານ", kind: core}
                """)));
        for (int i = 0; i < 10; i++) {
            use.add(
                    Language.ENGLISH,
                    "Robbery " + i,
                    i == 0 ? "The police arrested traffickers of heroin." : "The police came.");
        }

        assertThat(use.remarksOnUse())
                .extracting(TaxonomyProblem::toString)
                .containsExactly(
                        "the corpus has no articles in lo: 1 terms were not tried",
                        "robbery.yaml:5: 'robbery' is in 100.00 % of 10 articles in en; of the built-in core terms that are found, 99 of 100 are in at"
                                + " most 10.00 %",
                        "robbery.yaml:6: 'bank robbery' contains 'robbery', which counts as much: it is found without it, too",
                        "robbery.yaml:6: 'bank robbery' is in none of 10 articles in en",
                        "robbery.yaml:7: 'armed robbery' contains 'robbery', which counts as much: it is found without it, too",
                        "robbery.yaml:7: 'armed robbery' is in none of 10 articles in en",
                        "robbery.yaml:8: 'robbery squad' is in none of 10 articles in en",
                        "robbery.yaml:9: 'rob* shops' has * inside, where it stands for itself",
                        "robbery.yaml:9: 'rob* shops' is in none of 10 articles in en",
                        "robbery.yaml:10: 'police' is in 100.00 % of 10 articles in en; of the built-in core terms that are found, 99 of 100 are in at"
                                + " most 10.00 %");
    }
}
