package org.lintas.topic.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;
import org.lintas.topic.OwnModel;
import org.lintas.topic.TopicClassifier;
import org.lintas.topic.TopicUpdate;

/** A reader says that seizures at airports are none, those in harbours are. */
class UpdateTrainingTest {

    private static final String DRUGS = "drug_trafficking";
    private static final TopicClassifier SHIPPED = new TopicClassifier();

    private static UpdateTraining training;
    private static OwnModel model;

    private static String id(int number) {
        return String.format("%016x%016x", number * 0x9E3779B97F4A7C15L, number);
    }

    private static String title(int number, String place) {
        return "Police seize heroin at " + place + " of " + town(number);
    }

    private static String text(int number, String place) {
        return town(number) + " police found " + (number + 5) + " kilograms of heroin at the " + place
                + " on Monday and arrested two suspects. The heroin was hidden in boxes of tea that had come to the "
                + place + " from abroad.";
    }

    private static String town(int number) {
        var random = new Random(number);
        var name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append("bdgklmnprst".charAt(random.nextInt(11))).append("aeiou".charAt(random.nextInt(5)));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<Example> decided(int articles) {
        var maker = new Examples(SHIPPED, TopicUpdate.none());
        var folds = new ArticleFolds();
        for (int i = 0; i < articles; i++) {
            folds.add(id(i), text(i, place(i)));
        }
        Map<String, Integer> folded = folds.folds();
        var examples = new ArrayList<Example>();
        for (int i = 0; i < articles; i++) {
            Optional<Grade> decision = i % 2 == 0 ? Optional.empty() : Optional.of(Grade.main);
            examples.addAll(maker.of(
                    id(i),
                    Language.ENGLISH,
                    title(i, place(i)),
                    text(i, place(i)),
                    folded.get(id(i)),
                    Map.of(DRUGS, decision, "forest_crime", Optional.empty())));
        }
        return examples;
    }

    private static String place(int number) {
        return number % 2 == 0 ? "airport" : "harbour";
    }

    private static OwnModel model(UpdateTraining trained, SortedMap<String, TopicUpdate.OfTopic> before) {
        return OwnModel.of(
                new TopicUpdate(SHIPPED.base(), "4", trained.fit(before), new long[] {TopicUpdate.beginning(id(1))})
                        .file());
    }

    @BeforeAll
    static void train() {
        training = new UpdateTraining(decided(60), List.of());
        model = model(training, new TreeMap<>());
    }

    @Test
    void aKindOfArticleIsLearned() throws Exception {
        List<HeldOut> heldOut = training.heldOut();
        TopicClassifier learned = new TopicClassifier().with(model);

        assertThat(heldOut).hasSize(60);
        assertThat(UpdateTraining.score(heldOut, HeldOut::before).right()).isEqualTo(30);
        assertThat(UpdateTraining.score(heldOut, HeldOut::after).right()).isGreaterThan(55);
        assertThat(UpdateTraining.score(heldOut, HeldOut::after).mainF1()).isGreaterThan(0.9);
        assertThat(training.strengths()).containsOnlyKeys(DRUGS);
        assertThat(topics(learned, "airport")).isEmpty();
        assertThat(topics(learned, "harbour")).containsExactly("drug_trafficking main");
        assertThat(topics(SHIPPED, "airport")).isEqualTo(topics(SHIPPED, "harbour"));
    }

    private static List<String> topics(TopicClassifier classifier, String place) {
        return classifier.classify(Language.ENGLISH, title(1_000, place), text(1_000, place)).stream()
                .map(label -> label.getTopic() + " " + label.getGrade())
                .toList();
    }

    @Test
    void otherTopicsAndOtherLanguagesStayExactlyAsTheyAre() throws Exception {
        TopicClassifier learned = new TopicClassifier().with(model);
        Map<Language, List<String>> others = Map.of(
                Language.ENGLISH,
                List.of(
                        "Customs seize elephant ivory and pangolin scales at airport",
                        "Customs officers at the airport seized two tonnes of elephant ivory and pangolin scales that wildlife traffickers"
                                + " had hidden in boxes of tea on Monday."),
                Language.MALAY,
                List.of(
                        "Polis rampas 40 kilogram heroin di lapangan terbang",
                        "Polis merampas 40 kilogram heroin di lapangan terbang pada hari Isnin dan menahan dua suspek pengedar dadah."
                                + " Heroin itu disorokkan dalam kotak teh."));

        others.forEach((language, article) -> assertThat(learned.classify(language, article.get(0), article.get(1)))
                .isNotEmpty()
                .isEqualTo(SHIPPED.classify(language, article.get(0), article.get(1))));
    }

    @Test
    void theOrderOfExamplesDoesNotMatter() {
        var shuffled = new ArrayList<>(decided(60));
        Collections.shuffle(shuffled, new Random(7));

        assertThat(model(new UpdateTraining(shuffled, List.of()), new TreeMap<>())
                        .digest())
                .isEqualTo(model.digest());
    }

    @Test
    void whatIsUndecidedIsNoDecision() {
        List<Example> examples = new Examples(SHIPPED, TopicUpdate.none())
                .of(
                        id(1),
                        Language.ENGLISH,
                        title(1, "airport"),
                        text(1, "airport"),
                        0,
                        Map.of("forest_crime", Optional.empty(), "waste_trafficking", Optional.of(Grade.mention)));

        assertThat(examples).extracting(Example::topic).containsExactly("waste_trafficking");
        assertThat(examples.get(0).found()).isEmpty();
        assertThat(new UpdateTraining(examples, List.of()).heldOut())
                .containsExactly(new HeldOut(
                        Language.ENGLISH,
                        "waste_trafficking",
                        Optional.of(Grade.mention),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void fewDecisionsTeachNothing() {
        assertThat(new UpdateTraining(decided(19), List.of()).strengths()).isEmpty();
    }

    @Test
    void topicsThatAreNotGivenKeepWhatTheModelsSayOfThem() {
        Examples maker = new Examples(SHIPPED, TopicUpdate.none());
        String text =
                "The museum shows how opium came to the town. Visitors like the old houses and the gardens. ".repeat(4);

        List<Example> others = maker.notGiven(
                id(2), Language.ENGLISH, "A museum opens", text + "Heroin is one of its subjects.", Set.of(DRUGS));

        assertThat(others).singleElement().satisfies(one -> {
            double[] weights = UpdateRegression.fit(List.of(), others, 1, UpdateRegression.zero());
            assertThat(one.found().orElseThrow().logOdds(weights)).isEqualTo(one.before());
        });
    }

    @Test
    void whatWasLearnedBeforeIsKept() {
        TopicUpdate before = model.update();
        var nothing = new UpdateTraining(decided(5), List.of());

        assertThat(nothing.fit(before.topics())).isEqualTo(before.topics());
        assertThat(before.knows(id(1))).isTrue();
        assertThat(before.knows(id(2))).isFalse();
    }
}
