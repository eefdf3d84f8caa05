package org.lintas.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.schemas.Correction;

class CorrectionsTest {

    private static final String ID = "5b0c1f9d3a7e4c2288d1f06a9e4b7c35";
    private static final List<String> TOPICS = List.of("online_scam", "drug_trafficking");

    private static String line(String field, String value, String grade, String reader, String at) {
        return String.format(
                "{\"article_id\":\"%s\",\"field\":\"%s\",\"value\":\"%s\",\"grade\":\"%s\",\"reader\":\"%s\",\"at\":\"%s\",\"more\":[1]}",
                ID, field, value, grade, reader, at);
    }

    private static List<Correction> parsed(String... lines) {
        return Stream.of(lines).map(line -> CorrectionLine.parse(line, TOPICS)).toList();
    }

    @Test
    void theLatestCountsThenTheReaderThenTheGrade() {
        List<Correction> decisions = parsed(
                line("topic", "online_scam", "none", "b", "2026-11-27T10:00:00Z"),
                line("topic", "online_scam", "main", "a", "2026-11-27T17:00:01+07:00"),
                line("topic", "drug_trafficking", "main", "b", "2026-11-27T10:00:00Z"),
                line("topic", "drug_trafficking", "none", "b", "2026-11-27T10:00:00Z"),
                line("topic", "drug_trafficking", "none", "a", "2026-11-27T10:00:00Z"),
                line("country", "GB", "mention", "a", "2026-11-27T10:00:00Z"));

        Corrections corrections = Corrections.of(decisions);

        assertThat(corrections.list())
                .extracting(decision -> decision.getValue() + " " + decision.getGrade() + " " + decision.getReader())
                .containsExactly("drug_trafficking none b", "online_scam main a", "GB mention a");
        List<Correction> turned = new ArrayList<>(decisions);
        for (int i = 0; i < decisions.size(); i++) {
            Collections.rotate(turned, 1);
            assertThat(Corrections.of(turned).digest()).isEqualTo(corrections.digest());
        }
        assertThat(Corrections.of(decisions.subList(0, 2)).digest()).isNotEqualTo(corrections.digest());
        assertThat(Corrections.none().digest()).isEmpty();
    }

    @Test
    void whatIsNoArticleHasNoValue() {
        Corrections corrections = Corrections.of(parsed(
                line("article", "anything", "none", "a", "2026-11-27T10:00:00Z"),
                "{\"article_id\":\"" + ID
                        + "\",\"field\":\"article\",\"grade\":\"none\",\"at\":\"2026-11-27T10:00:00Z\"}"));

        assertThat(corrections.list()).singleElement().satisfies(decision -> {
            assertThat(decision.getValue()).isEmpty();
            assertThat(decision.getReader()).isEqualTo("a");
        });
        assertThat(corrections.notArticles()).containsExactly(ID);
    }

    @Test
    void theirNumberIsBounded() {
        Correction any = parsed(line("duplicate", ID, "none", "a", "2026-11-27T10:00:00Z"))
                .get(0);
        List<Correction> many = IntStream.rangeClosed(0, Corrections.MAX)
                .mapToObj(i -> Correction.newBuilder(any)
                        .setArticleId(String.valueOf(i))
                        .build())
                .toList();

        assertThat(Corrections.of(many.subList(1, many.size())).size()).isEqualTo(Corrections.MAX);
        assertThatThrownBy(() -> Corrections.of(many)).hasMessageContaining("give at most 100,000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                                                     | is not valid JSON
                    {} {}                                                                 | is not valid JSON
                    []                                                                    | is no JSON object
                    {"field":"topic","field":"topic"}                                     | is not valid JSON: Duplicate field
                    {"article_id":"ID"}                                                   | has no text for "field"
                    {"field":"genre"}                                                     | "field": 'genre'; give topic or country or duplicate or article
                    {"field":"topic","article_id":1}                                      | has no text for "article_id"
                    {"field":"topic","article_id":"../x"}                                 | "article_id": '../x'; give the 32 hexadecimal digits
                    {"field":"topic","article_id":"ID","value":"scam"}                    | "value": 'scam'; give a code of the taxonomy
                    {"field":"country","article_id":"ID","value":"UK"}                    | "value": 'UK'; give two capital letters
                    {"field":"duplicate","article_id":"ID","value":"x"}                   | "value": 'x'; give the 32 hexadecimal digits
                    {"field":"country","article_id":"ID","value":"GB","grade":"main"}     | "grade": 'main'; give mention or none
                    {"field":"article","article_id":"ID","grade":"mention"}               | "grade": 'mention'; give none
                    {"field":"article","article_id":"ID","grade":"none","reader":"\\u0007"} | "reader"
                    {"field":"article","article_id":"ID","grade":"none"}                  | has no text for "at"
                    {"field":"article","article_id":"ID","grade":"none","at":"yesterday"} | "at": 'yesterday'; give a time such as
                    {"field":"article","article_id":"ID","grade":"none","at":"+999999999-01-01T00:00:00Z"} | give a year from 1970 to 9999
                    """)
    void aBadLineSaysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> CorrectionLine.parse(line.replace("ID", ID), TOPICS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
