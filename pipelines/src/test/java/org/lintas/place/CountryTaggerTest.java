package org.lintas.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.record.CountryMention;
import org.lintas.record.PlaceMention;
import org.lintas.text.Language;

class CountryTaggerTest {

    private final CountryTagger tagger = new CountryTagger();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | Thailand, AS dan Tiongkok sepakat               | CN TH US
                    INDONESIAN | tersangka AS (32) dan RI (31) ditahan           |
                    INDONESIAN | senilai 3 juta dolar AS                         |
                    MALAY      | warga Bangladesh di sempadan Thailand           | BD TH
                    THAI       | สหรัฐฯ และกัมพูชา                                | KH US
                    VIETNAMESE | Trung Quốc và Mỹ phản đối                       | CN US
                    VIETNAMESE | biện pháp mới, nga ngố                          |
                    VIETNAMESE | tâm đắc với ý tưởng của anh ấy                  |
                    VIETNAMESE | mafia của Ý bị bắt tại Anh                      | GB IT
                    VIETNAMESE | ông Nguyễn Tuấn Anh có ý kiến                   |
                    THAI       | เช็กยอดหนี้ก่อนโอน                                |
                    MALAY      | belajar bahasa Inggeris                         |
                    TAGALOG    | mula Myanmar patungong Thailand                 | MM TH
                    LAO        | ລາວເວົ້າວ່າ                                       |
                    BURMESE    | တရုတ်နှင့် ထိုင်း                                    | CN TH
                    ENGLISH    | Malaysian police and Papua New Guinea           | MY PG
                    ENGLISH    | a turkey and fine china                         |
                    CHINESE    | 緬甸與泰國                                        | MM TH
                    TAMIL      | சிங்கப்பூர் மற்றும் இந்தோனேசியா                      | ID SG
                    """)
    void findsTheCountriesNamed(Language language, String text, String countries) {
        String found = tagger.tag(language, null, text).countries().stream()
                .map(CountryMention::getCountry)
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(countries == null ? "" : countries);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | dari Batam ke Poipet dan Sihanoukville        | Batam ID, Poipet KH, Sihanoukville KH
                    INDONESIAN | Tak hanya bago dan manila                     |
                    MALAY      | di Johor Bahru, Kuala Lumpur dan Mae Sot      | Johor MY, Kuala Lumpur MY, Mae Sot TH
                    THAI       | ข้ามแม่น้ำจากเมียวดีมาแม่สอด จ.ตาก                 | Mae Sot TH, Myawaddy MM, Tak TH
                    VIETNAMESE | từ TP.HCM và Tây Ninh sang Bavet              | Bavet KH, Ho Chi Minh City VN, Tay Ninh VN
                    TAGALOG    | sa Bamban, Tarlac at Pasay                    | Pasay PH, Tarlac PH
                    KHMER      | នៅក្រុងប៉ោយប៉ែត និងភ្នំពេញ                          | Phnom Penh KH, Poipet KH
                    LAO        | ຢູ່ນະຄອນຫຼວງວຽງຈັນ ແລະ ບໍ່ແກ້ວ                     | Bokeo LA, Vientiane LA
                    BURMESE    | မြဝတီနှင့် ရွှေကုက္ကို                                | Myawaddy MM, Shwe Kokko MM
                    ENGLISH    | New York Times on KK Park near Myawaddy; the Golden Triangle SEZ | Golden Triangle SEZ LA, KK Park MM, Myawaddy MM
                    CHINESE    | 妙瓦底KK園區與西港                                  | KK Park MM, Myawaddy MM, Sihanoukville KH
                    TAMIL      | கோலாலம்பூர் மற்றும் கொழும்பு                        | Colombo LK, Kuala Lumpur MY
                    """)
    void findsThePlacesNamed(Language language, String text, String places) {
        String found = tagger.tag(language, null, text).places().stream()
                .map(mention -> mention.getPlace() + " " + mention.getCountry())
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(places == null ? "" : places);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH | raids in Mong Ton and Monghsat, Shan State | Mong Ton, Mong Hsat
                    CHINESE | 掸邦勐敦镇                                  | Mong Ton
                    THAI    | เมืองโต๋น                                   | Mong Ton
                    ENGLISH | fighting in Shan State                     |
                    """)
    void aTownHasOneNameInAllLanguages(Language language, String text, String towns) {
        List<PlaceMention> places = tagger.tag(language, null, text).places();

        assertThat(places).extracting(PlaceMention::getPlace).containsExactly("Shan State");
        assertThat(String.join(", ", places.get(0).getTowns())).isEqualTo(towns == null ? "" : towns);
    }

    @Test
    void aPlaceHasCoordinates() {
        PlaceMention poipet =
                tagger.tag(Language.ENGLISH, null, "raid in Poipet").places().get(0);

        assertThat(poipet.getLat()).isEqualTo(13.66);
        assertThat(poipet.getLon()).isEqualTo(102.56);
    }

    @Test
    void aPlaceTakesNothingFromTheCountryInIt() {
        CountryTagger.Named named =
                tagger.tag(Language.ENGLISH, "Papua New Guinea", "Mexico City and Chinatown in Ho Chi Minh City");

        assertThat(named.countries().stream().map(CountryMention::getCountry)).containsExactly("MX", "PG");
        assertThat(named.places().stream().map(PlaceMention::getFirstOffset)).containsExactly(29, 0);
    }
}
