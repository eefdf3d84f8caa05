package org.lintas.extract.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lintas.record.Draft;
import org.lintas.record.OutletDates;

class ImportDaysTest {

    private static final String IMPORT = "2022-11-05T00:00:00Z";
    private static final String LONG_BEFORE = "2021-06-19T00:00:00Z";
    private static final String DAY_BEFORE = "2022-11-04T00:00:00Z";
    private static final String LONG_AFTER = "2023-02-01T00:00:00Z";

    private static Draft draft(String published, String told) {
        return Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("r")
                .setArchiveFile("file")
                .setArchiveOffset(0)
                .setText("text")
                .setUrlHost("khao.example")
                .setPublishedAt(Instant.parse(published))
                .setPublishedOrigin("field")
                .setPublishedPrecision("second")
                .setToldAt(told == null ? null : Instant.parse(told))
                .setToldOrigin(told == null ? null : "text")
                .setToldPrecision(told == null ? null : "day")
                .build();
    }

    private static List<Draft> copies(int count, Draft draft) {
        return Collections.nCopies(count, draft);
    }

    /** What these articles tell together. */
    @SafeVarargs
    private static Map<String, OutletDates> told(List<Draft>... drafts) {
        var sums = new HashMap<String, OutletDates>();
        for (List<Draft> some : drafts) {
            for (Draft draft : some) {
                ImportDays.of(draft).forEach(count -> sums.merge(DateOrder.key(count), count, DateOrder::sum));
            }
        }
        sums.replaceAll((key, counts) -> DateOrder.decided(counts));
        return sums;
    }

    @Test
    void theOpeningCountsWhereItContradictsTheImportOfAnOutlet() {
        Map<String, OutletDates> told = told(
                copies(30, draft(IMPORT, LONG_BEFORE)),
                copies(60, draft("2023-08-04T00:00:00Z", "2023-08-04T00:00:00Z")));

        Draft settled = ImportDays.settle(draft("2022-12-24T00:00:00Z", LONG_BEFORE), told);

        assertThat(settled.getPublishedAt()).hasToString(LONG_BEFORE);
        assertThat(settled.getPublishedOrigin()).isEqualTo("text");
        assertThat(settled.getPublishedPrecision()).isEqualTo("day");
    }

    @Test
    void aDateLineOfSuchAnOutletCountsEvenIfItIsNear() {
        Map<String, OutletDates> told = told(copies(30, draft(IMPORT, LONG_BEFORE)));
        Draft near = draft("2022-12-24T00:00:00Z", "2022-12-23T00:00:00Z");

        assertThat(ImportDays.settle(near, told).getPublishedAt()).hasToString("2022-12-23T00:00:00Z");
        assertThat(ImportDays.settle(
                                Draft.newBuilder(near).setToldOrigin("opening").build(), told)
                        .getPublishedOrigin())
                .isEqualTo("field");
    }

    @Test
    void anArticleOfADayOfImportThatTellsNothingHasNoDate() {
        Map<String, OutletDates> told =
                told(copies(30, draft(IMPORT, LONG_BEFORE)), copies(9, draft(IMPORT, DAY_BEFORE)));

        Draft settled = ImportDays.settle(draft(IMPORT, null), told);

        assertThat(settled.getPublishedAt()).isNull();
        assertThat(settled.getPublishedOrigin()).isNull();
        assertThat(settled.getPublishedPrecision()).isNull();
        assertThat(ImportDays.settle(draft(IMPORT, DAY_BEFORE), told).getPublishedAt())
                .hasToString(DAY_BEFORE);
        assertThat(ImportDays.settle(draft("2022-11-07T00:00:00Z", null), told).getPublishedAt())
                .hasToString("2022-11-07T00:00:00Z");
    }

    @Test
    void aFieldCountsWhereFewOpeningsContradictIt() {
        Draft contradicted = draft(IMPORT, LONG_BEFORE);

        assertThat(ImportDays.settle(contradicted, told(copies(9, contradicted))))
                .isEqualTo(contradicted);
        assertThat(ImportDays.settle(
                        contradicted,
                        told(
                                copies(30, contradicted),
                                copies(200, draft("2023-08-04T00:00:00Z", "2023-08-04T00:00:00Z")))))
                .satisfies(settled -> assertThat(settled.getPublishedAt()).hasToString(LONG_BEFORE));
        assertThat(ImportDays.settle(
                        contradicted, told(copies(30, contradicted), copies(200, draft(IMPORT, DAY_BEFORE)))))
                .isEqualTo(contradicted);
    }

    @Test
    void aFieldCountsWhereOpeningsTellOfLaterDaysToo() {
        Draft contradicted = draft(IMPORT, LONG_BEFORE);

        assertThat(ImportDays.settle(
                        contradicted, told(copies(30, contradicted), copies(3, draft(IMPORT, LONG_AFTER)))))
                .isEqualTo(contradicted);
    }

    @Test
    void aLaterOpeningNeverCounts() {
        Draft ahead = draft(IMPORT, LONG_AFTER);

        assertThat(ImportDays.settle(ahead, told(copies(200, draft(IMPORT, LONG_BEFORE)), List.of(ahead))))
                .isEqualTo(ahead);
    }

    @Test
    void datesThatAreNotStatedByTheArchiveAreNotCounted() {
        var drafts = new ArrayList<Draft>();
        drafts.add(Draft.newBuilder(draft(IMPORT, null))
                .setPublishedOrigin("opening")
                .build());
        drafts.add(Draft.newBuilder(draft(IMPORT, null))
                .setPublishedPrecision("year")
                .build());

        assertThat(drafts).allSatisfy(draft -> assertThat(ImportDays.of(draft)).isEmpty());
    }
}
