package org.lintas.dedup.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lintas.schemas.DuplicateRelation.excerpt;
import static org.lintas.schemas.DuplicateRelation.identical;
import static org.lintas.schemas.DuplicateRelation.reprint;
import static org.lintas.schemas.DuplicateRelation.update;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final Provenance FIRST =
            provenance("https://kabarteluk.example/1", "Kabar Teluk", "2025-03-01T05:00:00Z");
    private static final Provenance LATER =
            provenance("https://kabarteluk.example/2", "Kabar Teluk", "2025-03-02T05:00:00Z");
    private static final Provenance NEXT_MONTH =
            provenance("https://kabarteluk.example/9", "Kabar Teluk", "2025-04-02T05:00:00Z");
    private static final Provenance ELSEWHERE =
            provenance("https://warta.example/7", "Warta Pulau", "2025-03-01T07:00:00Z");

    private final Verifier verifier = new Verifier(Thresholds.DEFAULT);

    private static Provenance provenance(String url, String outlet, String time) {
        return new Provenance(url, outlet, Instant.parse(time));
    }

    private VerificationResult verify(String better, String other) {
        return verifier.verify(Tokens.of(better), FIRST, Tokens.of(other), ELSEWHERE);
    }

    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void sameText(SampleReports report) {
        VerificationResult result = verify(report.text(), report.text().replace("\n\n", "\n") + " ");

        assertThat(result.relation()).hasValue(identical);
        assertThat(result.similarity()).isEqualTo(1);
        assertThat(result.containment()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void newHeadlineAndCutTail(SampleReports report) {
        List<String> sentences = report.sentences();
        VerificationResult result = verify(
                report.text(),
                sentences.get(6) + "\n\n" + String.join("\n\n", sentences.subList(0, sentences.size() - 2)));

        assertThat(result.relation()).hasValue(reprint);
        assertThat(result.similarity()).isBetween(.65, .95);
    }

    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void wrappedInBoilerplate(SampleReports report) {
        SampleReports wrap = report == SampleReports.ENGLISH ? SampleReports.INDONESIAN : SampleReports.ENGLISH;
        VerificationResult result = verify(
                report.text(),
                wrap.sentences().get(3) + "\n" + report.text() + "\n"
                        + wrap.sentences().get(5));

        assertThat(result.relation()).hasValue(reprint);
        assertThat(result.containment()).isGreaterThan(.97);
    }

    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void excerptOfALongReport(SampleReports report) {
        VerificationResult result =
                verify(report.text(), String.join("\n", report.sentences().subList(1, 5)));

        assertThat(result.relation()).hasValue(excerpt);
        assertThat(result.containment()).isGreaterThan(.9);
        assertThat(result.similarity()).isLessThan(.6);
    }

    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void changedNumberInATemplate(SampleReports report) {
        VerificationResult result = verify(report.withNumber(71), report.withNumber(93));

        assertThat(result.relation()).isEmpty();
        assertThat(result.similarity()).isGreaterThan(.9);
    }

    @Test
    void changedNamesInATemplate() {
        String template = """
                Warga menemukan tas berisi pakaian di tepi sungai dekat kampung %s pada Sabtu sore. Kepala lingkungan, %s, \
                mengatakan pemilik tas sudah mengambilnya di pos jaga dan berterima kasih kepada warga yang menemukannya.""";

        assertThat(verify(template.formatted("Rawa Bening", "Sumiyati"), template.formatted("Kali Jambu", "Prasojo"))
                        .relation())
                .isEmpty();
        assertThat(verify(
                                template.formatted("Rawa Bening", "Sumiyati"),
                                template.formatted("Rawa Bening", "Sumiyati").replace("sore", "petang"))
                        .relation())
                .hasValue(reprint);
    }

    @Test
    void exchangedPassagesAreATemplate() {
        List<String> words = SampleReports.words(300, 1);
        List<String> filled = new ArrayList<>(words);
        List<String> cut = new ArrayList<>(words);
        for (int slot : new int[] {60, 180}) {
            for (int i = 0; i < 25; i++) {
                filled.set(slot + i, SampleReports.words(50, 2).get(i + slot / 10));
                cut.set(slot + i, "");
            }
        }

        assertThat(verify(String.join(" ", words), String.join(" ", filled)).relation())
                .isEmpty();
        assertThat(verify(String.join(" ", words), String.join(" ", cut)).relation())
                .hasValue(reprint);
    }

    @ParameterizedTest
    @ValueSource(doubles = {.05, .10, .15})
    void scatteredEdits(double share) {
        var random = new Random(3);
        double similarity = 0;
        for (int seed = 0; seed < 50; seed++) {
            List<String> edited = new ArrayList<>();
            List<String> words = SampleReports.words(350, seed);
            List<String> others = SampleReports.words(350, 1_000 + seed);
            for (int i = 0; i < words.size(); i++) {
                double chance = random.nextDouble() / share;
                if (chance >= .75) {
                    edited.add(words.get(i));
                }
                if (chance < .5 || (chance >= .75 && chance < 1)) {
                    edited.add(others.get(i));
                }
            }
            VerificationResult result = verify(String.join(" ", words), String.join(" ", edited));

            assertThat(result.relation()).hasValue(reprint);
            similarity += result.similarity() / 50;
        }

        assertThat(similarity).isCloseTo((1 - .75 * share) / (1 + .75 * share), within(.02));
    }

    @Test
    void correctedNumberByTheSameOutlet() {
        Tokens report = Tokens.of(SampleReports.ENGLISH.text());
        Tokens corrected = Tokens.of(SampleReports.ENGLISH.withNumber(62));
        Tokens longReport = Tokens.of(SampleReports.ENGLISH.text() + NAMES);
        Tokens longCorrected = Tokens.of(SampleReports.ENGLISH.withNumber(62) + NAMES);

        assertThat(verifier.verify(longReport, FIRST, longCorrected, LATER).relation())
                .hasValue(update);
        assertThat(verifier.verify(longReport, FIRST, longCorrected, NEXT_MONTH).relation())
                .isEmpty();
        assertThat(verifier.verify(longReport, FIRST, longCorrected, ELSEWHERE).relation())
                .isEmpty();
        assertThat(verifier.verify(report, FIRST, corrected, LATER).relation()).isEmpty();
        assertThat(verifier.verify(report, FIRST, corrected, provenance(FIRST.url(), "Other", "2025-05-01T05:00:00Z"))
                        .relation())
                .hasValue(update);
    }

    private static final String NAMES = """
            The boats are called Anika, Brigga, Corvane, Delphe and Ermine, as they were when Captain Hollis Wray and his \
            brother Pell Wray bought them from Grenholm, and they will call at Norrey, Sund and Tavish in summer.""";

    @Test
    void grownReportOfTheSameOutlet() {
        Tokens grown = Tokens.of(SampleReports.ENGLISH.text() + "\n\n" + NAMES);

        assertThat(verifier.verify(Tokens.of(SampleReports.ENGLISH.text()), FIRST, grown, LATER)
                        .relation())
                .hasValue(update);
    }

    @Test
    void unrelatedTextsHaveNothingInCommon() {
        for (SampleReports one : SampleReports.values()) {
            for (SampleReports other : SampleReports.values()) {
                if (one != other) {
                    VerificationResult result = verify(one.text(), other.text());
                    assertThat(result.isDuplicate()).isFalse();
                    assertThat(result.similarity()).isLessThan(.1);
                }
            }
        }
    }

    @Test
    void aSentenceIsNoReport() {
        assertThat(verify("Pasar ikan malam dibuka lagi", "Pasar ikan malam dibuka")
                        .isDuplicate())
                .isFalse();
        assertThat(verify("", "").relation()).hasValue(identical);
    }

    @ParameterizedTest
    @CsvSource({"0, .5", ".5, 1.1", "NaN, .5"})
    void thresholdsAreShares(double reprint, double excerpt) {
        assertThatThrownBy(() -> new Thresholds(reprint, excerpt)).isInstanceOf(IllegalArgumentException.class);
    }
}
