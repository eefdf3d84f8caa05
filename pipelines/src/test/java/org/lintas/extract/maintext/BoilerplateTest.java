package org.lintas.extract.maintext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.text.Language;
import org.lintas.text.WordTable;

class BoilerplateTest {

    private static final String STORY =
            "Petugas menahan sebuah kapal yang membawa barang tanpa dokumen di perairan utara pulau itu pada Selasa.";

    private final Boilerplate boilerplate = new Boilerplate();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Baca juga: Kapal lain ditahan",
                "Penulis",
                ": Sari Wulandari",
                "Reporter: Sari Wulandari Editor: Budi Santoso",
                "Follow Kabar Pelabuhan di Google News",
                "Jangan Lewatkan:",
                "[Gambas:Video 20detik]",
                "(abc/def)",
                "All rights reserved",
                "Hari ini. All rights reserved.",
                "The author of this can be reached at someone@example.org",
                "Image 3 of 12",
                "สมชาย ใจดี - ข่าว/",
                "本專欄逢星期二更新。",
                "Xem thêm: Tàu khác bị giữ"
            })
    void aBoilerplateLineIsDropped(String line) {
        assertThat(boilerplate.strip(List.of(STORY, line, STORY))).containsExactly(STORY, STORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STORY,
                "Penulis buku itu, Sari Wulandari, hadir di pelabuhan.",
                ": dan muatannya dibakar",
                "Ikuti aturan itu, kata kapten.",
                "Follow the money, the captain said on Tuesday.",
                "Emailed statements were sent to the port authority."
            })
    void aSentenceIsKept(String line) {
        assertThat(boilerplate.strip(List.of(STORY, line, STORY))).containsExactly(STORY, line, STORY);
    }

    @Test
    void theNameOfTheAuthorIsDroppedAfterTheTextOnly() {
        assertThat(boilerplate.strip(List.of(STORY, "Hải Yến", STORY, "Hải Yến")))
                .containsExactly(STORY, "Hải Yến", STORY);
        assertThat(boilerplate.strip(List.of(STORY, "Hải Yến", "Xem thêm: Tàu khác bị giữ")))
                .containsExactly(STORY);
        assertThat(boilerplate.strip(List.of("Hải Yến"))).containsExactly("Hải Yến");
    }

    @Test
    void aTailIsDroppedInTheLastHalfOnly() {
        assertThat(boilerplate.strip(List.of(STORY, STORY, "Berita Terkait", "Kapal lain ditahan")))
                .containsExactly(STORY, STORY);
        assertThat(boilerplate.strip(List.of("Berita Terkait", STORY, STORY)))
                .containsExactly("Berita Terkait", STORY, STORY);
    }

    /** Otherwise every line of every article would be compared with it. */
    @Test
    void aRuleThatMayStartWithAnythingSaysWhatItNeeds() {
        var without = new ArrayList<String>();
        int anything = 0;
        for (Language language : Language.values()) {
            for (var row : WordTable.read(Boilerplate.class, "boilerplate/" + language.code() + ".tsv", 2)) {
                boolean any = List.of("Qzxj Wvkq pl", "ฟฬฮฃ ฑฒณท", "龘龗龖龕龔鼢鼣鼤鼥鼦", "“Qzxj Wvk qp").stream()
                        .allMatch(line -> mayStart(row.get(1), line));
                anything += any ? 1 : 0;
                if (any && row.size() < 4) {
                    without.add(row.get(1));
                }
            }
        }

        assertThat(anything).as("rules that may start with anything").isPositive();
        assertThat(without).isEmpty();
    }

    private static boolean mayStart(String pattern, String line) {
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(line);
        return matcher.matches() || matcher.hitEnd();
    }
}
