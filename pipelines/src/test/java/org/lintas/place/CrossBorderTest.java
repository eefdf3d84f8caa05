package org.lintas.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.schemas.Genre;
import org.lintas.text.Language;

class CrossBorderTest {

    private final CountryTagger tagger = new CountryTagger();
    private final CrossBorder crossBorder = new CrossBorder();

    private boolean isCrossed(Language language, String topic, String text, Genre genre) {
        return crossBorder.isCrossed(report(language, topic, text, genre));
    }

    private CrimeReport report(Language language, String topic, String text, Genre genre) {
        return new CrimeReport(
                language,
                text,
                0,
                List.of(new CrimeReport.Span(0, 10)),
                List.of(topic),
                Optional.of(genre),
                tagger.tag(language, null, text).mentions(),
                PressHome.of(language, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | drug_trafficking      | Polda Riau menyita sabu 20 kg asal Malaysia yang diselundupkan dari Penang, Malaysia, ke Bengkalis.
                    MALAY      | migrant_smuggling     | Polis menahan warga Bangladesh dan warga Myanmar yang diseludup masuk dari sempadan Thailand.
                    THAI       | drug_trafficking      | ตชด. ยึดยาบ้า 2 ล้านเม็ดที่ลักลอบนำเข้าจากประเทศเมียนมา ตามแนวชายแดน อ.แม่สาย
                    VIETNAMESE | human_trafficking     | Công an bắt hai đối tượng lừa bán phụ nữ sang Trung Quốc, đưa nạn nhân qua biên giới Trung Quốc.
                    KHMER      | online_scam           | សមត្ថកិច្ចឃាត់ខ្លួនជនជាតិចិន ៣០នាក់ និងជនជាតិវៀតណាម ពាក់ព័ន្ធការឆបោកឆ្លងដែន
                    BURMESE    | online_scam           | မြဝတီမှ ငွေလိမ်ဂိုဏ်းတွင် တရုတ်နိုင်ငံသားများကို ထိုင်းနိုင်ငံမှတစ်ဆင့် နေရပ်ပြန်ပို့
                    CHINESE    | drug_trafficking      | 海关截获由泰国运往香港的毒品，拘捕三名来自马来西亚的男子，案件涉及跨境贩毒集团
                    ENGLISH    | wildlife_trafficking  | Customs seized pangolin scales smuggled from Nigeria to Vietnam by a transnational syndicate of Vietnamese nationals.
                    TAGALOG    | drug_trafficking      | Nasabat ng BOC ang shabu mula Vietnam na ipinuslit ng sindikato mula China patungong Manila.
                    """)
    void findsCrimesThatCrossABorder(Language language, String topic, String text) {
        assertThat(isCrossed(language, topic, text, Genre.report)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | corruption            | KPK menahan bupati; pakar dari universitas di Australia menilai kasus ini buruk.
                    THAI       | human_trafficking     | พม. ประชุมรายงานการค้ามนุษย์ TIP Report เพื่อส่งสหรัฐอเมริกาประเมิน
                    VIETNAMESE | corruption            | Trung Quốc: cựu phó thị trưởng bị điều tra tham nhũng ở tỉnh Cam Túc.
                    VIETNAMESE | terrorism             | Quân đội Syria diệt thủ lĩnh khủng bố ở tỉnh Daraa, Syria.
                    CHINESE    | corruption            | 廉署起訴前高官涉貪，案件在香港審理，他曾到中國開會
                    ENGLISH    | corruption            | The anti-graft commission charged a mayor with taking bribes.
                    MALAY      | drug_trafficking      | Polis menahan dua lelaki tempatan di Johor dan merampas syabu.
                    """)
    void crimesWithinACountryCrossNone(Language language, String topic, String text) {
        assertThat(isCrossed(language, topic, text, Genre.report)).isFalse();
    }

    @Test
    void aReportTellsOfACrimeMoreLikelyThanNewsOfAnAgency() {
        String text = "Polisi menyita sabu yang diselundupkan warga Malaysia di Riau, Indonesia.";

        assertThat(crossBorder.probability(report(Language.INDONESIAN, "drug_trafficking", text, Genre.report)))
                .isGreaterThan(
                        crossBorder.probability(report(Language.INDONESIAN, "drug_trafficking", text, Genre.agency)));
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, news.example.ph, PH",
        "ENGLISH, news.example.co.uk, GB",
        "ENGLISH, news.example.com, ''",
        "ENGLISH, news.example.tv, ''",
        "ENGLISH, , ''",
        "TAMIL, news.example.lk, LK",
        "THAI, news.example.com, TH"
    })
    void theHomeOfThePressIsThatOfTheLanguageOrTheHost(Language language, String host, String home) {
        assertThat(PressHome.of(language, host)).isEqualTo(home);
    }
}
