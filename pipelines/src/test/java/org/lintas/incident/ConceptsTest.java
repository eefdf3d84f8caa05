package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

class ConceptsTest {

    private static final Map<Language, String> PANGOLINS = Map.ofEntries(
            Map.entry(Language.INDONESIAN, "Polisi menyita 12 ekor trenggiling di pelabuhan"),
            Map.entry(Language.MALAY, "Kastam rampas sisik tenggiling di pelabuhan"),
            Map.entry(Language.THAI, "ยึดเกล็ดตัวนิ่ม 80 กิโลกรัมที่ท่าเรือ"),
            Map.entry(Language.VIETNAMESE, "Bắt xe tải chở vảy tê tê qua biên giới"),
            Map.entry(Language.TAGALOG, "Mga pangolin nasabat sa pantalan"),
            Map.entry(Language.ENGLISH, "Pangolin scales found in a container"),
            Map.entry(Language.CHINESE, "海关查获穿山甲鳞片八十公斤"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasWordsForEachConcept(Language language) {
        Set<String> told = codes("concepts/" + language.code() + ".tsv");
        assertThat(told).isEqualTo(codes("concepts/usual.tsv"));
    }

    private static Set<String> codes(String table) {
        return WordTable.read(Concepts.class, table, 3).stream()
                .map(row -> row.get(0) + ":" + row.get(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void oneThingHasOneCodeInAllLanguages() {
        PANGOLINS.forEach((language, headline) ->
                assertThat(Concepts.of(language).in(headline)).as(headline).contains("goods:pangolin"));
    }

    @Test
    void partsOfOtherWordsAreNoConcepts() {
        assertThat(Concepts.of(Language.ENGLISH).in("The minister spoke of scaling up trade"))
                .isEmpty();
    }

    @Test
    void sharesAreKnownOfAllConcepts() {
        assertThat(codes("concepts/usual.tsv"))
                .allSatisfy(concept -> assertThat(Concepts.usual(concept)).isBetween(.0001, .2));
        assertThat(Concepts.usual(Concepts.ofCountry("KH"))).isBetween(.0001, .2);
    }
}
