package org.lintas.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.text.Language;

class OwnPlacesTest {

    private static final OwnPlaces OWN = OwnPlaces.parse(List.of(
            "\uFEFF# places",
            "",
            "Teratai Bay\tKH\thub\tany\tTeratai Bay\t10.61\t103.52",
            "Teratai Bay\tKH\thub\tth\tอ่าวเตราไต\t10.61\t103.52",
            "Batam\tID\tborder\ten\tBarelang\t-\t-",
            "Medan Park\tMY\thub\ten\tMedan\t-\t-"));

    @Test
    void areFoundBesideThoseOfTheTable() {
        var tagger = new CountryTagger(OWN);

        assertThat(tagger.tag(Language.ENGLISH, "Raid", "A raid at Teratai Bay, then in Barelang and Johor.")
                        .places())
                .extracting(place -> place.getPlace() + " " + place.getCountry() + " " + place.getKind() + " "
                        + place.getFirstOffset())
                .containsExactly("Batam ID border 31", "Johor MY province 44", "Teratai Bay KH hub 10");
        assertThat(tagger.tag(Language.THAI, null, "บุกตรวจค้นที่อ่าวเตราไตเมื่อคืนนี้")
                        .places())
                .singleElement()
                .satisfies(place ->
                        assertThat(List.of(place.getLat(), place.getLon())).containsExactly(10.61, 103.52));
        assertThat(new CountryTagger()
                        .tag(Language.ENGLISH, "Raid", "A raid at Teratai Bay.")
                        .places())
                .isEmpty();
    }

    @Test
    void aNameOfTheTableMayBecomeThatOfAnotherPlace() {
        String text = "They met in Medan.";

        assertThat(new CountryTagger(OWN).tag(Language.ENGLISH, null, text).places())
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.getPlace()).isEqualTo("Medan Park");
                    assertThat(place.getLat()).isNull();
                });
        assertThat(new CountryTagger(OWN).tag(Language.INDONESIAN, null, text).places())
                .singleElement()
                .satisfies(place -> assertThat(place.getPlace()).isEqualTo("Medan"));
    }

    @Test
    void aPlaceOfTheTableKeepsItsPoint() {
        assertThat(OWN.byName(Language.ENGLISH).get("Barelang"))
                .isEqualTo(Places.of("Batam").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A;KH;hub;any;Alpha             | line 2: has 5 columns; give place, country, kind, language, name, latitude, longitude, separated by tabs
                    ;KH;hub;any;Alpha;-;-          | line 2: give a place of 1 to 200 characters
                    A;Cambodia;hub;any;Alpha;-;-   | line 2: country 'Cambodia' is unknown; give a code of ISO 3166-1 such as KH
                    A;KH;village;any;Alpha;-;-     | line 2: kind 'village' is unknown; give one of capital, city, province, border, hub
                    A;KH;hub;xx;Alpha;-;-          | line 2: language 'xx' is unknown; give one of id,ms,th,vi,tl,km,lo,my,en,zh,ta, or any
                    A;KH;hub;any;B;-;-             | line 2: 'B' is no name of 2 letters to 200 characters, without *
                    A;KH;hub;any;Alpha*;-;-        | line 2: 'Alpha*' is no name of 2 letters to 200 characters, without *
                    A;KH;hub;any;Alpha;91;0        | line 2: latitude '91': give degrees from -90 to 90, or -
                    A;KH;hub;any;Alpha;1;NaN       | line 2: longitude 'NaN': give degrees from -180 to 180, or -
                    A;KH;hub;any;Alpha;1,5;2       | line 2: latitude '1,5': give degrees from -90 to 90, or -
                    A;KH;hub;any;Alpha;1;-         | line 2: give both latitude and longitude, or - for both
                    Lotus;KH;city;any;Alpha;-;-    | line 2: 'Lotus' has another country, kind or point in line 1
                    A;KH;hub;any;LOTUS bay;-;-     | line 2: 'LOTUS bay' is a name of 'Lotus' in line 1
                    Batam;MY;border;any;Alpha;-;-    | line 2: 'Batam' is a border of ID in the table of Lintas; give these, with - for its point, or another place
                    """)
    void aWrongLineIsNamed(String line, String message) {
        List<String> lines = List.of("Lotus\tKH\thub\tany\tLotus Bay\t-\t-", line.replace(';', '\t'));

        assertThatThrownBy(() -> OwnPlaces.parse(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aListHasAtMostAHundredThousandNames() {
        List<String> lines = IntStream.rangeClosed(0, OwnPlaces.MAX_LINES)
                .mapToObj(i -> "Place " + i + "\tKH\thub\tany\tName " + i + "\t-\t-")
                .toList();

        assertThatThrownBy(() -> OwnPlaces.parse(lines)).hasMessageContaining("line 100001: more than 100,000 names");
    }

    @Test
    void aListOfNothingIsRefused() {
        assertThatThrownBy(() -> OwnPlaces.parse(List.of("# places")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("names nothing; give lines of place, country");
    }

    @Test
    void theDigestIsThatOfTheNames() {
        List<String> lines = List.of("Lotus\tKH\thub\tany\tLotus Bay\t-\t-", "Lotus\tKH\thub\ten\tLotus\t-\t-");

        assertThat(OwnPlaces.parse(lines).digest())
                .isEqualTo(OwnPlaces.parse(List.of("# one", lines.get(0), "", lines.get(1)))
                        .digest())
                .hasSize(64);
        assertThat(OwnPlaces.parse(lines).version())
                .isEqualTo(CountryTagger.PLACES_VERSION + "+"
                        + OwnPlaces.parse(lines).digest().substring(0, 12));
        assertThat(OwnPlaces.none().digest()).isEmpty();
        assertThat(OwnPlaces.none().version()).isEqualTo(CountryTagger.PLACES_VERSION);
    }
}
