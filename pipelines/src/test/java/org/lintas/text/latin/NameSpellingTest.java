package org.lintas.text.latin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSpellingTest {

    private final NameSpelling spellings = new NameSpelling();

    @ParameterizedTest
    @CsvSource({
        "สมชาย ธนกร, somchai thanakorn",
        "ณรงค์ เกรียงไกร, narong kriangkrai",
        "พรชัย บรรพต, phornchai banphot",
        "ถาวร ปิยะวดี, thaworn piyawadi",
        "ບຸນທັນ ພິມມະສອນ, bunthan phimmason",
        "ສີທອນ ແກ້ວບົວລາ, sithon kaeobuala",
        "ວຽງໄຊ, wiangsai",
        "រឿន វុទ្ធី, roeun vutthi",
        "សុខ វង្ស, sok vong",
        "ចន្ទ ដារ៉ា, chan dara",
        "အောင်မင်းထွန်း, aungminhtun",
        "စိုင်းအောင်, saingaung",
        "செந்தில் குமார், sendil kumar",
        "陈志豪, chen zhi hao",
        "陳志豪, chen zhi hao",
        "Đặng Phước Khiêm, dang phuoc khiem",
        "O'Hara-Lim, ohara lim",
        "นาย A 2, nai a 2",
        "ເຈົ້າ ນໍ້າ, chao nam",
        "14K ๑๒, 14k 12",
        "김민수, gimminsu",
        "สม·ชาย ส​ม, somchai som",
    })
    void spells(String name, String latin) {
        assertThat(spellings.of(name)).map(NameSpelling.Spelling::latin).contains(latin);
    }

    @ParameterizedTest
    @CsvSource({
        "ธวัชชัย, Thawatchai",
        "บุญถม, ບຸນຖົມ",
        "ແສງເພັດ, Sengphet",
        "จอ วิน, Kyaw Win",
        "សុខ ចាន់, Sok Chan",
        "อันวาร์, Anwar",
        "លី ហ៊ួ, Ly Hour",
        "សុផារី, Sophary",
        "习近平, Xi Jinping",
        "สี จิ้นผิง, Xi Jinping",
        "ហ៊ុន សែន, Hun Sen",
    })
    void namesOfTwoScriptsSoundTheSame(String one, String other) {
        assertThat(spellings.of(one).orElseThrow().sound())
                .isEqualTo(spellings.of(other).orElseThrow().sound());
    }

    @Test
    void otherNamesSoundOtherwise() {
        assertThat(spellings.of("สมชาย").orElseThrow().sound())
                .isNotEqualTo(spellings.of("Somsak").orElseThrow().sound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "্", "r"})
    void whatCannotBeSpokenIsNothing(String name) {
        assertThat(spellings.of(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Lê, le", "Rose, ros", "Mary, mari", "Xiao Wen, seowen", "เคเค พาร์ก, kekepak"})
    void sounds(String name, String sound) {
        assertThat(spellings.of(name)).map(NameSpelling.Spelling::sound).contains(sound);
    }

    @Test
    void aVeryLongNameIsCut() {
        assertThat(spellings.of("ก".repeat(100_000)).orElseThrow().latin().length())
                .isLessThan(1_000);
    }

    @Test
    void remembersNoMoreThanItMay() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(spellings.of("Somchai " + i).orElseThrow().latin()).isEqualTo("somchai " + i);
        }
        assertThat(spellings.of("Somchai 1").orElseThrow().latin()).isEqualTo("somchai 1");
    }
}
