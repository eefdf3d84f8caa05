package org.lintas.extract.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.record.DayMonth;
import org.lintas.record.Draft;
import org.lintas.record.OutletDates;

class DateOrderTest {

    private static final Instant FOURTH_OF_MARCH = Instant.parse("2025-03-04T00:00:00Z");
    private static final Instant THIRD_OF_APRIL = Instant.parse("2025-04-03T00:00:00Z");

    private static Draft draft(String host, DayMonth order) {
        return Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("r")
                .setArchiveFile("file")
                .setArchiveOffset(0)
                .setText("text")
                .setUrlHost(host)
                .setPublishedAt(THIRD_OF_APRIL)
                .setPublishedOrigin("field")
                .setPublishedOrder(order)
                .setPublishedSwapped(order == DayMonth.either ? FOURTH_OF_MARCH : null)
                .build();
    }

    private static OutletDates told(long dayFirst, long monthFirst) {
        return DateOrder.decided(OutletDates.newBuilder()
                .setOutlet("kabar.example")
                .setColumn("published_at")
                .setOrigin("field")
                .setDayFirst(dayFirst)
                .setMonthFirst(monthFirst)
                .setEither(1)
                .build());
    }

    @Test
    void theSitesOfAnOutletAreCountedTogether() {
        List<String> keys = List.of(
                DateOrder.key(DateOrder.of(draft("finance.kabar.example", DayMonth.month_first))
                        .get(0)),
                DateOrder.key(
                        DateOrder.of(draft("kabar.example", DayMonth.either)).get(0)),
                DateOrder.key(DateOrder.of(draft("news.kabar.com.my", DayMonth.either))
                        .get(0)));

        assertThat(keys)
                .containsExactly(
                        "kabar.example\tpublished_at\tfield",
                        "kabar.example\tpublished_at\tfield",
                        "kabar.com.my\tpublished_at\tfield");
    }

    @Test
    void datesThatTellNothingAreNotCounted() {
        assertThat(DateOrder.of(draft("kabar.example", DayMonth.plain))).isEmpty();
    }

    @Test
    void theOrderIsThatOfNearlyAllDatesThatTellIt() {
        assertThat(told(0, 800).getOrder()).isEqualTo(DayMonth.month_first);
        assertThat(told(0, 800).getSureness()).isGreaterThan(0.99);
        assertThat(told(30, 5).getOrder()).isEqualTo(DayMonth.day_first);
        assertThat(told(3, 2).getOrder()).isEqualTo(DayMonth.either);
        assertThat(told(0, 0).getOrder()).isEqualTo(DayMonth.either);
        assertThat(told(0, 0).getSureness()).isEqualTo(0.5);
    }

    @Test
    void aDateIsSwappedWhereItsOutletWritesTheMonthFirst() {
        Draft settled = DateOrder.settle(draft("kabar.example", DayMonth.either), told(0, 800), null);

        assertThat(settled.getPublishedAt()).isEqualTo(FOURTH_OF_MARCH);
        assertThat(settled.getIsDayMonthUnsure()).isFalse();
    }

    @Test
    void aDateKeepsTheConventionOfItsCountryWhereNothingTellsAndIsMarked() {
        Draft settled = DateOrder.settle(draft("kabar.example", DayMonth.either), null, null);

        assertThat(settled.getPublishedAt()).isEqualTo(THIRD_OF_APRIL);
        assertThat(settled.getIsDayMonthUnsure()).isTrue();
    }

    @Test
    void aDateOfThePhilippinesIsSwappedWhereItsOutletWritesTheDayFirst() {
        Draft settled = DateOrder.settle(draft("balita.example.ph", DayMonth.either), told(800, 0), null);

        assertThat(settled.getPublishedAt()).isEqualTo(FOURTH_OF_MARCH);
    }

    @Test
    void countsAddUp() {
        OutletDates sum = DateOrder.sum(told(2, 1), told(3, 0));

        assertThat(sum.getDayFirst()).isEqualTo(5);
        assertThat(sum.getMonthFirst()).isEqualTo(1);
        assertThat(sum.getEither()).isEqualTo(2);
    }
}
