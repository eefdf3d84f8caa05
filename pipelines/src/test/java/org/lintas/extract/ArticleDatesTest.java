package org.lintas.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.record.DayMonth;
import org.lintas.record.Draft;

class ArticleDatesTest {

    private static final String TEXT =
            "วันพุธที่ 1 กรกฎาคม 2563\nพิมพ์\nตำรวจแถลงข่าวการจับกุมผู้ต้องหาสามคนที่เชียงราย";

    private final ArticleExtractor extractor = new ArticleExtractor();

    private ArticleExtractor.Result extract(Map<String, String> fields) {
        return extractor.extract(Capture.newBuilder()
                .setRecordId("r")
                .setArchiveFile("a.jsonl")
                .setArchiveOffset(0)
                .setContent(Content.FIELDS)
                .setPayload(ByteBuffer.allocate(0))
                .setFields(new HashMap<>(fields))
                .build());
    }

    @Test
    void aDateLineThatIsBoilerplateDatesTheArticle() {
        Draft draft = extract(Map.of("text", TEXT)).draft();

        assertThat(draft.getPublishedAt()).hasToString("2020-07-01T00:00:00Z");
        assertThat(draft.getPublishedOrigin()).isEqualTo("text");
        assertThat(draft.getText()).doesNotContain("กรกฎาคม");
    }

    @Test
    void aSingleTextDoesNotOverruleAFieldAndAContradictionIsTold() {
        ArticleExtractor.Result result = extract(Map.of("text", TEXT, "published", "2022-11-05"));

        assertThat(result.draft().getPublishedAt()).hasToString("2022-11-05T00:00:00Z");
        assertThat(result.draft().getPublishedOrigin()).isEqualTo("field");
        assertThat(result.draft().getToldAt()).hasToString("2020-07-01T00:00:00Z");
        assertThat(result.contradicted()).isTrue();
        assertThat(extract(Map.of("text", TEXT, "published", "2020-07-02")).contradicted())
                .isFalse();
    }

    @Test
    void theDayInTheAddressCountsWhereTheFieldIsTheDayBesideIt() {
        Map<String, String> fields = Map.of(
                "text",
                "Polisi menangkap tiga orang.",
                "published",
                "2018-05-31",
                "url",
                "https://kabar.example/2018/06/01/polisi/");

        assertThat(extract(fields).draft().getPublishedAt()).hasToString("2018-06-01T00:00:00Z");
        assertThat(extract(fields).draft().getPublishedOrigin()).isEqualTo("url");
    }

    @Test
    void anArticleThatOpensWithTheDayAfterItsFieldHasThatDay() {
        Map<String, String> fields = Map.of("text", "SEPANG 23 Okt.- Tiga suspek direman.", "published", "2018-10-22");

        assertThat(extract(fields).draft().getPublishedAt()).hasToString("2018-10-23T00:00:00Z");
        assertThat(extract(fields).draft().getPublishedOrigin()).isEqualTo("opening");
    }

    @Test
    void theOpeningTellsTheOrderOfAFieldInFigures() {
        Draft draft = extract(Map.of(
                        "text",
                        "Polisi menangkap tiga orang di Medan, Jumat (5/9/2025).",
                        "published",
                        "9/5/2025 12:10"))
                .draft();

        assertThat(draft.getPublishedAt()).hasToString("2025-09-05T05:10:00Z");
        assertThat(draft.getPublishedOrder()).isEqualTo(DayMonth.plain);
    }

    @Test
    void aDateInFiguresIsKeptInBothOrders() {
        Draft draft = extract(Map.of(
                        "text", "Polisi menangkap tiga orang.", "published", "9/5/2025 12:10", "modified", "9/30/2025"))
                .draft();

        assertThat(draft.getPublishedAt()).hasToString("2025-05-09T05:10:00Z");
        assertThat(draft.getPublishedSwapped()).hasToString("2025-09-05T05:10:00Z");
        assertThat(draft.getPublishedOrder()).isEqualTo(DayMonth.either);
        assertThat(draft.getModifiedOrder()).isEqualTo(DayMonth.month_first);
    }
}
