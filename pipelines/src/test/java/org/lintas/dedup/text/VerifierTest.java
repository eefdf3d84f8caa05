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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.schemas.DuplicateRelation;

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

    private static ComparedText text(String text, Provenance provenance) {
        return ComparedText.of("en", null, text, provenance);
    }

    private static ComparedText headed(String headline, String text, Provenance provenance) {
        return ComparedText.of("en", headline, text, provenance);
    }

    private VerificationResult verify(String better, String other) {
        return verifier.verify(text(better, FIRST), text(other, ELSEWHERE));
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
        String report = SampleReports.ENGLISH.text() + NAMES;
        String corrected = SampleReports.ENGLISH.withNumber(62) + NAMES;

        assertThat(relation(report, FIRST, corrected, LATER)).hasValue(update);
        assertThat(relation(report, FIRST, corrected, NEXT_MONTH)).isEmpty();
        assertThat(relation(report, FIRST, corrected, ELSEWHERE)).isEmpty();
        assertThat(relation(SampleReports.ENGLISH.text(), FIRST, SampleReports.ENGLISH.withNumber(62), LATER))
                .isEmpty();
        assertThat(relation(report, FIRST, corrected, provenance(FIRST.url(), "Other", "2025-05-01T05:00:00Z")))
                .hasValue(update);
    }

    @Test
    void correctedNumberUnderTheSameHeadline() {
        ComparedText report = headed("Ferry line to reopen", SampleReports.ENGLISH.text(), FIRST);
        String corrected = SampleReports.ENGLISH.withNumber(62);

        assertThat(verifier.verify(report, headed("Ferry line to reopen", corrected, LATER))
                        .relation())
                .hasValue(update);
        assertThat(verifier.verify(report, headed("Old ferry line returns", corrected, LATER))
                        .relation())
                .isEmpty();
        assertThat(verifier.verify(report, headed("Ferry line to reopen", corrected, NEXT_MONTH))
                        .relation())
                .isEmpty();
    }

    @Test
    void updatesAreDated() {
        String grown = SampleReports.ENGLISH.text() + "\n\n" + NAMES;
        var undated = new Provenance(null, "Kabar Teluk", null);

        assertThat(relation(SampleReports.ENGLISH.text(), FIRST, grown, LATER)).hasValue(update);
        assertThat(relation(SampleReports.ENGLISH.text(), FIRST, grown, NEXT_MONTH))
                .hasValue(reprint);
        assertThat(relation(SampleReports.ENGLISH.text(), undated, grown, undated))
                .hasValue(reprint);
    }

    @Test
    void theOutletIsTheSiteOfTheHost() {
        assertThat(Provenance.outlet("money.teluk.example", "pool")).isEqualTo("teluk.example");
        assertThat(Provenance.outlet("www.warta.com.my", "pool")).isEqualTo("warta.com.my");
        assertThat(Provenance.outlet(null, "Warta Pulau")).isEqualTo("Warta Pulau");
    }

    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void movedParagraphs(SampleReports report) {
        List<String> moved = new ArrayList<>(report.sentences());
        Collections.rotate(moved, 4);
        VerificationResult result = verify(report.text(), String.join("\n", moved));

        assertThat(result.relation()).hasValue(reprint);
        assertThat(result.similarity()).isGreaterThan(.85);
    }

    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void movedParagraphsOfAnotherReportOfATemplate(SampleReports report) {
        List<String> moved = new ArrayList<>(List.of(report.withNumber(93).split("\n\n")));
        Collections.rotate(moved, 4);

        assertThat(verify(report.text(), String.join("\n", moved)).relation()).isEmpty();
    }

    @Test
    void aYearMayBeShort() {
        assertThat(verify(
                                SampleReports.ENGLISH.text() + NAMES + " Built in 1998.",
                                SampleReports.ENGLISH.text() + NAMES + " Built in 98.")
                        .relation())
                .hasValue(reprint);
    }

    /** More are in the lab's families of notices. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <HARLOW TIMBER> SETS DIVIDEND | Qtly div 22 cts vs 22 cts prior. Pay April 30. Record April 15. | <BRAYTON FOODS> SETS DIVIDEND | Qtly div five cts vs 22 cts prior. Pay April 30. Record April 15.
            <HARLOW TIMBER> SETS DIVIDEND | Qtly div 22 cts vs 22 cts prior. Pay April 30. Record April 15. | <BRAYTON FOODS> SETS DIVIDEND | Qtly div 22 cts vs 22 cts prior. Pay April 30. Record April 15.
            Sund beat Tavish | Sund beat Tavish 3-1 at the old ground on Saturday and took the lead in the table. | Sund beat Tavish | Sund beat Tavish 1-3 at the old ground on Saturday and took the lead in the table.
            """)
    void noticesOfOthers(String headline, String text, String otherHeadline, String other) {
        assertThat(verifier.verify(headed(headline, text, FIRST), headed(otherHeadline, other, ELSEWHERE))
                        .relation())
                .isEmpty();
        assertThat(verifier.verify(
                                headed(headline, text, FIRST),
                                headed(headline, text.replace("22", "twenty-two"), ELSEWHERE))
                        .relation())
                .hasValue(identical);
    }

    private Optional<DuplicateRelation> relation(
            String better, Provenance betterProvenance, String other, Provenance otherProvenance) {
        return verifier.verify(text(better, betterProvenance), text(other, otherProvenance))
                .relation();
    }

    private static final String NAMES = """
            The boats are called Anika, Brigga, Corvane, Delphe and Ermine, as they were when Captain Hollis Wray and his \
            brother Pell Wray bought them from Grenholm, and they will call at Norrey, Sund and Tavish in summer.""";

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
