package org.lintas.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.text.Language;

/** Numbers that are parts of one: men and women who are counted in turn, and what is in each of several packs. */
class CountedTogetherTest {

    private final FigureFinder finder = new FigureFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | Police arrested three men and two women.          | arrested 5
                    ENGLISH    | Six men and a woman were arrested.                | arrested 7
                    ENGLISH    | They arrested 12 men. Two women watched.          | arrested 12
                    ENGLISH    | Police arrested two men and a woman was killed.   | arrested 2; killed 1
                    ENGLISH    | Three men were killed and two women were injured. | killed 3; injured 2
                    INDONESIAN | Polisi menangkap tiga pria dan seorang wanita.    | arrested 4
                    MALAY      | Polis menahan lima lelaki dan tiga wanita.        | arrested 8
                    VIETNAMESE | Công an bắt giữ 4 nữ và 1 nam                     | arrested 5
                    VIETNAMESE | bắt quả tang 1 nam 2 nữ đang sử dụng ma tuý       | arrested 3
                    TAGALOG    | Naaresto ang tatlong lalaki at dalawang babae.    | arrested 5
                    THAI       | จับกุมผู้ต้องหาชาย 3 คน หญิง 2 คน                   | arrested 5
                    CHINESE    | 警方逮捕1万2000名男子                                | arrested 12000
                    CHINESE    | 警方拘捕九男一女                                     | arrested 10
                    KHMER      | ឃាត់ខ្លួនជនសង្ស័យ ប្រុស ៣នាក់ ស្រី ២នាក់             | arrested 5
                    KHMER      | ឃាត់ មនុស្ស ៣០ នាក់ ( ស្រី ២ នាក់ )                 | arrested 30
                    """)
    void menAndWomenAreAddedUp(Language language, String text, String people) {
        assertThat(found(language, text, "people")).isEqualTo(people);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | A man was arrested in Phuket.                     | arrested 1
                    ENGLISH    | He was arrested after a woman complained.         |
                    ENGLISH    | A man killed his wife. They killed a man's dog.   |
                    CHINESE    | 6月3日，一名男子被捕；拘捕一名男子的妻子              | arrested 1
                    VIETNAMESE | 3 người bị một người đàn ông đâm tử vong          |
                    TAGALOG    | Arestado ang isang lalaki sa Maynila.             | arrested 1
                    ENGLISH    | A man told police that he was arrested.           |
                    INDONESIAN | Polisi menangkap seorang pria berinisial A.       | arrested 1
                    MALAY      | Polis menahan seorang lelaki tempatan.            | arrested 1
                    VIETNAMESE | giải cứu một thiếu nữ; một nghi phạm cho biết     | rescued 1
                    CHINESE    | 警方拘捕一名男子，一名女子死亡                        | arrested 1; killed 1
                    TAMIL      | ஒரு பெண் கைது செய்யப்பட்டார்                      | arrested 1
                    """)
    void onePersonIsCountedBesideAVerbOnly(Language language, String text, String people) {
        assertThat(found(language, text, "people")).isEqualTo(people == null ? "" : people);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    THAI       | ยาบ้า 6 เป้ เป้ละ 200,000 เม็ด รวมทั้งสิ้น 1,200,000 เม็ด  | yaba 1200000
                    VIETNAMESE | 3 gói heroin, mỗi gói 20 gam                      | heroin 3
                    ENGLISH    | 4 packets of heroin, each weighing 500 grams      | heroin 4
                    ENGLISH    | 200 ecstasy pills each                            |
                    ENGLISH    | 10 bags with 500 g of heroin each                 |
                    CHINESE    | 缴获海洛因5公斤和200克冰毒                           | heroin 5; methamphetamine 0
                    INDONESIAN | heroin di setiap bungkus, total 5 kg heroin       | heroin 5
                    ENGLISH    | each of them had 5 kg of heroin on the third day  | heroin 5
                    ENGLISH    | 2 kg of heroin and 3 kg of cocaine, a total of 5 kg | heroin 2; cocaine 3
                    """)
    void whatIsInEachPackIsNoQuantity(Language language, String text, String goods) {
        assertThat(found(language, text, "quantity")).isEqualTo(goods == null ? "" : goods);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    VIETNAMESE | trị giá 200 triệu đôla Australia (140 triệu USD)  | AUD 200000000; USD 140000000
                    INDONESIAN | senilai 5 juta dolar Kanada                       | CAD 5000000
                    THAI       | มูลค่า 2 แสนดอลลาร์ฮ่องกง                            | HKD 200000
                    INDONESIAN | dari TA 2023 dan 2024 dengan total Rp 14,9 miliar | IDR 14900000000
                    """)
    void dollarsOfACountryAreNotThoseOfTheUnitedStates(Language language, String text, String money) {
        assertThat(finder.find(language, text).stream()
                        .map(figure -> figure.getUnit() + " " + number(figure.getValue()))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(money);
    }

    private String found(Language language, String text, String kind) {
        return finder.find(language, text).stream()
                .filter(figure -> figure.getKind().equals(kind))
                .map(figure -> figure.getSubject() + " " + number(figure.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String number(double value) {
        return Long.toString((long) value);
    }
}
