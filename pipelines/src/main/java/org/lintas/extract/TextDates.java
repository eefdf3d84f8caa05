package org.lintas.extract;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lintas.extract.dates.DateReader;
import org.lintas.extract.dates.DatedOpening;
import org.lintas.extract.dates.ImportDays;
import org.lintas.extract.dates.PublicationDate;
import org.lintas.record.DayMonth;

/**
 * The dates that an article itself states, for articles whose metadata have none: a line with a date, the day that the opening
 * reports, the date of the issue in the headline, words such as "2 hours ago".
 *
 * @param title headline, empty if there is none
 * @param opening paragraphs as they were, boilerplate included: date lines often are
 * @param paragraphs of the main text
 * @param address the month in the address, empty if unknown
 */
record TextDates(
        DateReader reader, String title, List<String> opening, List<String> paragraphs, Optional<YearMonth> address) {

    private static final int DATE_LINE = 80;
    private static final int FIRST_LINES = 4;
    private static final int LAST_LINES = 2;

    /** When the article was published, as it states itself. */
    Optional<PublicationDate> published() {
        return dateLine(firstLines(), true)
                .or(() -> DatedOpening.in(opening, reader, address, Optional.empty()))
                .or(() -> dateLine(lastLines(), false))
                .or(() -> DatedOpening.inTitle(title, reader))
                .or(() -> Stream.concat(firstLines(), lastLines())
                        .map(reader::relative)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** The day with which the article opens, where another source states its date. */
    Optional<PublicationDate> told(PublicationDate stated) {
        return dateLine(firstLines(), true)
                .or(() -> DatedOpening.in(
                        opening.subList(0, Math.min(1, opening.size())), reader, address, Optional.of(stated.day())))
                .or(() -> DatedOpening.inTitle(title, reader))
                .filter(told -> told.order() != DayMonth.either);
    }

    /** Whether a day is neither the stated one nor shortly before it. */
    static boolean contradicts(PublicationDate told, PublicationDate stated) {
        return stated.order() != DayMonth.either
                && Math.abs(ChronoUnit.DAYS.between(told.day(), stated.day())) > ImportDays.NEAR;
    }

    private Optional<PublicationDate> dateLine(Stream<String> lines, boolean isFirst) {
        return lines.map(line -> reader.dateLine(line, isFirst))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<String> firstLines() {
        return lines(opening.stream().limit(FIRST_LINES));
    }

    private Stream<String> lastLines() {
        return lines(paragraphs.stream().skip(Math.max(FIRST_LINES, paragraphs.size() - LAST_LINES)));
    }

    private static Stream<String> lines(Stream<String> paragraphs) {
        return paragraphs.filter(line -> line.length() <= DATE_LINE);
    }
}
