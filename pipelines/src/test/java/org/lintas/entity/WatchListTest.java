package org.lintas.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchListTest {

    @Test
    void readsNamesAndSkipsCommentsAndEmptyLines() {
        WatchList list = WatchList.parse(List.of(
                "\uFEFF# names", "", "lotus\torganisation\tany\tLotus Watch", "lotus\torganisation\tvi\tHội Sen"));

        assertThat(list.size()).isEqualTo(2);
        assertThat(list.aliases())
                .extracting(alias -> alias.entity().name() + " " + alias.name())
                .containsExactly("Lotus Watch Lotus Watch", "Lotus Watch Hội Sen");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a;person;any             | line 2: has 3 columns; give id, kind, language, alias, separated by tabs
                    ;person;any;Ann          | line 2: give an id of 1 to 100 characters
                    a;people;any;Ann         | line 2: kind 'people' is unknown; give one of person, organisation, group, company, vessel, compound, operation
                    a;person;xx;Ann          | line 2: language 'xx' is unknown; give one of id,ms,th,vi,tl,km,lo,my,en,zh,ta, or any
                    a;person;any;A           | line 2: 'A' is no name of 2 letters to 200 characters
                    a;person;any;~           | line 2: '~' is no name of 2 letters to 200 characters
                    a;person;any;**          | line 2: '**' is no name of 2 letters to 200 characters
                    b;person;any;LOTUS watch | line 2: 'LOTUS watch' is a name of 'lotus' in line 1
                    lotus;person;any;Ann     | line 2: 'lotus' is of kind organisation in line 1
                    kk-park;person;any;Ann   | line 2: 'kk-park' is of kind compound in the table of Lintas
                    """)
    void aWrongLineIsNamed(String line, String message) {
        List<String> lines = List.of("lotus\torganisation\tany\tLotus Watch", line.replace(';', '\t'));

        assertThatThrownBy(() -> WatchList.parse(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aListHasAtMostAHundredThousandNames() {
        List<String> lines = IntStream.rangeClosed(0, WatchList.MAX_LINES)
                .mapToObj(i -> "id" + i + "\tperson\tany\tName " + i)
                .toList();

        assertThatThrownBy(() -> WatchList.parse(lines)).hasMessageContaining("line 100001: more than 100,000 names");
    }

    @Test
    void theDigestIsThatOfTheEntries() {
        List<String> lines = List.of("a\tperson\tany\tAnn Lee", "b\tvessel\ten\tMV Sirius");

        assertThat(WatchList.parse(lines).digest())
                .matches("[0-9a-f]{64}")
                .isEqualTo(WatchList.parse(List.of("# x", lines.get(0), lines.get(1)))
                        .digest())
                .isNotEqualTo(WatchList.parse(lines.subList(0, 1)).digest());
        assertThat(WatchList.none().digest()).isEmpty();
    }

    @Test
    void aListOfNothingIsRefused() {
        assertThatThrownBy(() -> WatchList.parse(List.of("# names", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names nothing; give lines of id, kind, language, alias, separated by tabs");
    }

    @Test
    void cellsMayBeInQuotes() {
        WatchList list = WatchList.parse(List.of("\"lotus\"\torganisation\t\"any\"\t\"Lotus \"\"Blue\"\" Watch\""));

        assertThat(list.aliases())
                .extracting(alias -> alias.entity().id() + " " + alias.name())
                .containsExactly("lotus Lotus \"Blue\" Watch");
    }
}
