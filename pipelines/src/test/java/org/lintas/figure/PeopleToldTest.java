package org.lintas.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.text.Language;

/** What sentences tell of people: those whose part stands beside their number, and those where it does not. */
class PeopleToldTest {

    private static String found(Language language, String text) {
        return new FigureFinder()
                .find(language, text).stream()
                        .map(figure -> figure.getSubject() + " " + Math.round(figure.getValue()))
                        .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | Polisi menangkap tiga orang di Batam.         | arrested person 3
                    INDONESIAN | Delapan tersangka ditahan                     | arrested person 8
                    INDONESIAN | menyelamatkan 12 korban                       | rescued person 12
                    INDONESIAN | tahun 2025 pelaku ditangkap                   |
                    INDONESIAN | ada 20 orang di sana                          |
                    MALAY      | polis memberkas 46 suspek                     | arrested person 46
                    MALAY      | nelayan menangkap ikan bersama 5 orang        |
                    THAI       | จับกุมผู้ต้องหาได้ 3 คน และมีผู้บาดเจ็บ 2 คน         | arrested person 3; injured person 2
                    THAI       | ระดับสูง จำนวน 132 คน                           |
                    VIETNAMESE | làm 3 người thiệt mạng và 38 người bị thương  | killed person 3; injured person 38
                    VIETNAMESE | khởi tố mười hai bị can                       | suspect person 12
                    VIETNAMESE | cảnh sát đang truy bắt 3 tên còn lại          | suspect person 3
                    VIETNAMESE | IS đã bắt giữ gần 700 con tin                 | victim person 700
                    THAI       | มีผู้เสียชีวิตจำนวนมาก. ประชาชน 200 คน               |
                    CHINESE    | 警方拘捕毒贩. 200名居民围观                   |
                    CHINESE    | 拘捕一名30歲強姦女童的男子                    | arrested person 1
                    ENGLISH    | 12 trafficking victims were arrested          | arrested person 12
                    VIETNAMESE | 8 con tin đang bị bắt giữ                     | victim person 8
                    VIETNAMESE | Một phụ nữ cao tuổi thiệt mạng                | killed person 1
                    CHINESE    | 一名48歲白人司機被捕                          | arrested person 1
                    CHINESE    | 一名34歲男子及一名31歲女子被捕                | arrested person 2
                    KHMER      | វាយខ្នោះជនសង្ស័យ៣នាក់                          | arrested person 3
                    VIETNAMESE | tuyên phạt 20 năm tù đối với bị cáo            |
                    TAGALOG    | naaresto ang dalawang suspek                  | arrested person 2
                    KHMER      | ឃាត់ខ្លួនជនសង្ស័យ ៣នាក់                          | arrested person 3
                    ENGLISH    | Police arrested 68 suspected gang members     | arrested person 68
                    ENGLISH    | At least 96 people were killed                | killed person 96
                    ENGLISH    | The blast killed seven people and injured 144. | killed person 7; injured person 144
                    ENGLISH    | Police arrested three men and rescued 12 women | arrested person 3; rescued person 12
                    ENGLISH    | arrested 14 years after workers left          |
                    ENGLISH    | They arrested a man. Some 20 people watched.  | arrested person 1
                    CHINESE    | 警方拘捕3名男子，26人死亡                          | arrested person 3; killed person 26
                    CHINESE    | 數十人受傷                                       |
                    CHINESE    | 非法入境者遣返越南，行動中有40名人員                |
                    ENGLISH    | The lawyer was murdered by two gunmen.        |
                    MALAY      | kedua-dua tertuduh dilepaskan, membebaskan dua tertuduh | suspect person 2; suspect person 2
                    VIETNAMESE | khiến 5 người thương vong                     |
                    BURMESE    | မြန်မာ ၁၄ ဦးကို ဖမ်းမိပြီး အရပ်သား ၄ ယောက် သေဆုံး   | arrested person 14; killed person 4
                    BURMESE    | သေဆုံးသူ ၇ ဦး၊ ဒဏ်ရာရသူ ၅ ဦး                     | killed person 7; injured person 5
                    BURMESE    | ခရီးသည် ၁၃ ဦးလိုက်ပါပြီး ကိုးဦးကို ကယ်တင်            | rescued person 9
                    BURMESE    | ၅၂ ယောက် ကျန်ပါသေးတယ်။ အဖမ်းခံရတာ                |
                    LAO        | ມີຜູ້ບາດເຈັບ 540 ຄົນ ແລະ ອີກ 29 ຄົນແມ່ນສູນຫາຍ        | injured person 540; missing person 29
                    KHMER      | ខែ មិថុនា ឆ្នាំ ២០១៩ ជនសង្ស័យបានល្បួង             |
                    KHMER      | ស្លាប់ ៦៣ នាក់ និង រងរបួស ធ្ងន់ ស្រាល ១៥០ នាក់       | killed person 63; injured person 150
                    KHMER      | រងរបួស ១. ៧២២ នាក់ / ៨៦៧ នាក់ ថយចុះ ២០ នាក់       | injured person 1722
                    KHMER      | ឃាត់ មនុស្ស ៣០៦០ នាក់ ( ស្រី ១៦៩ នាក់ )            | arrested person 3060
                    ENGLISH    | arrested 25 people (12 men and 13 women)      | arrested person 25
                    ENGLISH    | arrested 25 people (3 were killed)            | arrested person 25; killed person 3
                    ENGLISH    | issued arrest warrants for two men            |
                    INDONESIAN | menangkap kapal yang diawaki empat orang      |
                    INDONESIAN | perintah penangkapan terhadap 2 orang Libya    |
                    MALAY      | 9,225 mangsa, Setiu (4,988 mangsa)            | victim person 9225; victim person 4988
                    VIETNAMESE | Phó giám đốc Cienco 6 chết; làm 6 chết         | killed person 6
                    VIETNAMESE | giết chết 8 binh sĩ và bắt sống 5 người khác | killed person 8
                    VIETNAMESE | bắt xem lại cảnh giữa 2 người                  |
                    THAI       | เก็บรวบรวมข้อมูลของลูกค้าจำนวนมากกว่า 1 แสนราย     |
                    BURMESE    | မူးယစ်ကုန်ကူးသူ ၈ ဦးကိုလည်း အသေဖမ်းမိ              | killed person 8
                    BURMESE    | ကျောင်းသူ ၁၁၈ ဦးကို ဖမ်းဆီးခေါ်ဆောင်ခဲ့             |
                    CHINESE    | 警方拘捕7男1女                                  | arrested person 8
                    CHINESE    | 拘捕8人（7男1女），28位自然死亡，三人語不驚人死不休 | arrested person 8
                    TAMIL      | 269 பேர் கொல்லப்பட்டதுடன் 500க்கும் அதிகமானவர்கள் காயமடைந்தனர் | killed person 269; injured person 500
                    """)
    void findsPeopleWhosePartIsStated(Language language, String text, String figures) {
        assertThat(FigureFinderTest.lines(new FigureFinder().find(language, text), "people"))
                .isEqualTo(figures == null ? "" : figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Five men, four of them Vietnamese, were held.             | arrested 5
                    ENGLISH    | Seven people – four local men and three women – were detained. | arrested 7
                    ENGLISH    | Five men, two of whom were killed, were held.             | arrested 5; killed 2
                    INDONESIAN | Tiga orang, termasuk dua wanita, ditahan.                 | arrested 3
                    INDONESIAN | Seorang pria (34) ditangkap.                              | arrested 1
                    ENGLISH    | There were 20 guests, the owner fled.                     | ''
                    """)
    void whatIsToldBetweenIsPassed(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Nine foreigners found in a rented house near the port were picked up. | arrested 9
                    CHINESE    | 三名男子被警方拘捕。                                        | arrested 3
                    VIETNAMESE | Ba đối tượng bị cảnh sát Malaysia bắt giữ.                 | arrested 3
                    ENGLISH    | Three officers arrested the man.                          | ''
                    ENGLISH    | Three men arrested the same day were fined.               | arrested 3
                    ENGLISH    | Three men arrested over drug haul                         | arrested 3
                    ENGLISH    | A man, 34, killed his wife.                               | ''
                    ENGLISH    | Three officers, including a sergeant, arrested the man.   | ''
                    ENGLISH    | Nine workers of a contractor were picked up.              | arrested 9
                    """)
    void verbsFarBehindCountUnlessOthersAreBetween(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Two Thais and three Lao workers were arrested.            | arrested 5
                    ENGLISH    | A businessman and an army officer were arrested.          | arrested 2
                    ENGLISH    | arrested 5 suspects and 3 victims                         | arrested 5; victim 3
                    ENGLISH    | Police arrested two men and a woman was killed.           | arrested 2; killed 1
                    TAGALOG    | Inaresto ang anim na Chinese at dalawang Pinoy.           | arrested 8
                    """)
    void groupsOfOneVerbAreOneFigure(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Police arrested a 33-year-old Thai driver.                | arrested 1
                    ENGLISH    | A 29-year-old lorry driver was arrested at Tuas.          | arrested 1
                    ENGLISH    | a group of workers were arrested                          | ''
                    ENGLISH    | A Malaysian was arrested.                                 | arrested 1
                    ENGLISH    | On June 12 Malaysian police arrested two men.             | arrested 2
                    ENGLISH    | Police arrested a man after a driver was killed.          | arrested 1; killed 1
                    ENGLISH    | Ten injured in a minor accident                           | injured 10
                    ENGLISH    | Three men arrested in a major operation                   | arrested 3
                    ENGLISH    | A man killed his wife.                                    | ''
                    TAGALOG    | Inaresto ang isang 29-anyos na babae.                     | arrested 1
                    TAGALOG    | Napatay siya ng isang pulis.                              | ''
                    TAGALOG    | Ang pagkamatay ng isang bata.                             | killed 1
                    MALAY      | Seorang pemandu ditahan.                                  | arrested 1
                    """)
    void onePersonIsToldByAnArticle(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | Lima lelaki berusia 28 hingga 55 tahun ditangkap polisi.  | arrested 5
                    ENGLISH    | two men aged 29 and 47 were arrested                      | arrested 2
                    THAI       | เบี้ยอายุยืน 1,200 บาท                                      | null 1200
                    """)
    void agesAreNoCounts(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Seven nabbed in raid                                      | arrested 7
                    VIETNAMESE | gần 2 năm bị tạm giam                                     | ''
                    ENGLISH    | 26 Vietnamese fishing boats were detained                 | ''
                    ENGLISH    | six Pakistani civilians were killed                       | killed 6
                    ENGLISH    | faces 37 criminal charges                                 | ''
                    ENGLISH    | Two Chinese caught smuggling drugs                        | arrested 2
                    ENGLISH    | In 2019 Chinese police arrested him.                      | ''
                    ENGLISH    | 2,000 Chinese were arrested.                              | arrested 2000
                    CHINESE    | 2名黑衣男子被捕                                            | arrested 2
                    """)
    void wordsThatMayBeSomethingElseAreReadByWhatFollows(Language language, String text, String figures) {
        assertThat(found(language, text)).isEqualTo(figures);
    }
}
