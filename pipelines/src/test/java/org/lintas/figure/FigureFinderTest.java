package org.lintas.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.record.CountryMention;
import org.lintas.record.Draft;
import org.lintas.record.FigureMention;
import org.lintas.text.Language;

class FigureFinderTest {

    private final FigureFinder finder = new FigureFinder();

    @Test
    void magnitudesWithoutEndAreNoNumber() {
        assertThat(finder.find(Language.CHINESE, "5" + "亿".repeat(40) + "元"))
                .allMatch(figure -> figure.getValue() < 1e30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | www.straitstimes.com | -      | lost $5,000, two million dollars, US$30 | SGD 5000; SGD 2000000; USD 30
                    ENGLISH    | example.com          | -      | lost $5,000 and Rs 300            | USD 5000; null 300
                    ENGLISH    | www.ft.lk            | LK,IN  | Rs. 500 million                   | LKR 500000000
                    ENGLISH    | www.ft.lk            | IN     | Rs. 500 million                   | null 500000000
                    ENGLISH    | www.ft.lk            | US     | Rs. 500 million                   | LKR 500000000
                    CHINESE    | hkcnews.com          | -      | 損失3億元，人民幣5萬元               | HKD 300000000; CNY 50000
                    CHINESE    | hk.on.cc             | -      | 損失3億元                          | HKD 300000000
                    ENGLISH    | www.straitstimes.com | MY     | drugs worth $2 million            | SGD 2000000
                    """)
    void currenciesWithoutACountryAreThoseOfThePress(
            Language language, String host, String countries, String text, String figures) {
        Draft draft = Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("a")
                .setArchiveFile("f")
                .setArchiveOffset(0)
                .setText(text)
                .setLanguage(language.code())
                .setUrlHost(host)
                .setCountries(Stream.of(countries.split(","))
                        .filter(country -> country.length() == 2)
                        .map(country -> new CountryMention(country, 1, 0))
                        .toList())
                .build();
        assertThat(lines(finder.find(draft), "money")).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | six hundred and twelve million five hundred thousand pesos | PHP 612500000
                    ENGLISH    | two and a half million baht and half a million ringgit | THB 2500000; MYR 500000
                    ENGLISH    | one million two hundred thousand baht, one baht | THB 1200000
                    ENGLISH    | the P6.793-trillion 2026 budget, P2 million 300 thousand | PHP 6793000000000; PHP 2300000
                    CHINESE    | 损失RM1万2000，损失3万2000元人民币                | MYR 12000; CNY 32000
                    VIETNAMESE | 375 tỉ bảng Ai Cập, 2 tỉ bảng                 | EGP 375000000000; GBP 2000000000
                    ENGLISH    | P500-P700 and $2bn-$3bn                       | PHP 500-700; USD 2000000000-3000000000
                    ENGLISH    | two dozen dollars, a quarter of a million dollars | USD 24
                    INDONESIAN | dua puluh delapan juta rupiah, dua setengah miliar rupiah | IDR 28000000; IDR 2500000000
                    INDONESIAN | lima belas ribu rupiah, Rp.300.000            | IDR 15000; IDR 300000
                    MALAY      | sejuta setengah ringgit, duapuluh ribu ringgit | MYR 1500000; MYR 20000
                    MALAY      | seratus dua puluh lima ringgit                | MYR 125
                    THAI       | สองร้อยสี่สิบหกล้านหนึ่งแสนหกหมื่นเจ็ดพันห้าร้อยหกสิบสี่บาท | THB 246167564
                    THAI       | กว่าร้อยล้านบาท หลายล้านบาท หมื่นสองพันบาท             | THB 100000000; THB 12000
                    THAI       | ห้าหกแสนบาท และสองแสนห้าบาท และ 4,963,953 ล้านบาท          | THB 500000-600000; THB 250000; THB 4963953000000
                    VIETNAMESE | hai trăm linh năm triệu đồng, 1 tỷ 2 đồng     | VND 205000000; VND 1200000000
                    VIETNAMESE | năm sáu tỷ đồng, một triệu rưỡi đồng, đầu tư tỷ đồng | VND 5000000000-6000000000; VND 1500000
                    TAGALOG    | isang bilyon at dalawang daang milyong piso   | PHP 1200000000
                    TAGALOG    | tatlumpu't limang libong piso, P2½ milyon     | PHP 35000; PHP 2500000
                    KHMER      | មួយរយម្ភៃប្រាំពាន់ដុល្លារ                            | USD 125000
                    BURMESE    | ကျပ်တစ်သိန်းခွဲ၊ ကျပ်သိန်းနှစ်ထောင့်ငါးရာ                | MMK 150000; MMK 250000000
                    LAO        | ຊາວຫ້າລ້ານກີບ ແລະ ລ້ານຫ້າບາດ                       | LAK 25000000; THB 1500000
                    CHINESE    | 一億三千五百萬港元、一點二五億港元                     | HKD 135000000; HKD 125000000
                    CHINESE    | 三四十萬港元，十五六萬港元，萬餘港元，兩萬五港元          | HKD 300000-400000; HKD 150000-160000; HKD 10000; HKD 25000
                    TAMIL      | 8 லட்சத்து 70 ஆயிரம் ரூபாய், ரூ.2½ கோடி            | null 870000; null 25000000
                    TAMIL      | இரண்டரை கோடி ரூபாய், ஆயிரத்து இருநூறு டொலர்          | null 25000000; USD 1200
                    CHINESE    | 一万零五百港元，三万五港元，一百五港元，下午3点500万港元   | HKD 10500; HKD 35000; HKD 150; HKD 5000000
                    CHINESE    | 数亿余港元，数十万余港元，零点五亿港元                  |
                    ENGLISH    | two million and one million dollars           | USD 1000000
                    ENGLISH    | two thousand and fifty dollars, $3 million half a mile | USD 2050; USD 3000000
                    THAI       | 1 พันล้าน 500 ล้านบาท                            | THB 1500000000
                    MALAY      | RM5.2 juta dan enam pertuduhan                | MYR 5200000
                    INDONESIAN | enam koma dua puluh lima juta rupiah, nol koma lima juta rupiah | IDR 6250000
                    VIETNAMESE | hai mươi ba mươi triệu đồng                   | VND 30000000
                    VIETNAMESE | 5 triệu 2 đối tượng, 3 triệu đồng             | VND 3000000
                    """)
    void numbersInWordsAreReadWhole(Language language, String text, String figures) {
        assertThat(found(language, text, "money")).isEqualTo(figures == null ? "" : figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | empat ton setengah ganja, satu butir ekstasi  | cannabis kg 4500
                    ENGLISH    | six million methamphetamine pills, one tonne of ketamine | yaba piece 6000000; ketamine kg 1000
                    VIETNAMESE | hai tấn rưỡi ngà voi, nửa tấn ketamine        | ivory kg 2500; ketamine kg 500
                    CHINESE    | 依第三百四十七条走私毒品，两吨半冰毒               | methamphetamine kg 2500
                    BURMESE    | ဘိန်းဖြူ ဒသမ ၃၅ ကီလို၊ အိုက်စ် နှစ်တန်                  | heroin kg 0.35; methamphetamine kg 2000
                    TAMIL      | எண்ணூற்று நாற்பது கிலோ ஹெரோயினை                    | heroin kg 840
                    CHINESE    | 查获冰毒5公斤半小时后逃走                         | methamphetamine kg 5
                    INDONESIAN | sabu 2½ kg                                    | methamphetamine kg 2.5
                    ENGLISH    | twenty one-kilo bags of heroin, 20,000L of diesel | fuel l 20000
                    THAI       | ไอซ์ 100 กิโลกรัม ครึ่งหนึ่งส่งออก                   | methamphetamine kg 100
                    """)
    void quantitiesInWordsAreReadWhole(Language language, String text, String figures) {
        assertThat(found(language, text, "quantity")).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BURMESE    | အရပ်သား (၉) ဦး သေဆုံး၊ ဆယ့်နှစ်ဦး ဖမ်းမိ               | killed person 9; arrested person 12
                    TAMIL      | மேலும் மூவர் கைது செய்யப்பட்டனர்                   | arrested person 3
                    ENGLISH    | thirty-one people were injured, one man was killed | injured person 31; killed person 1
                    THAI       | เมื่อวันที่ 28 ก.ค. 2563 ผู้ก่อเหตุ จำนวน 2 คน            | suspect person 2
                    THAI       | วันที่ 20 ม.ค. 64 คนร้าย เป็นชาย จับกุม 3 คน             | arrested person 3
                    ENGLISH    | since June 2019 suspects fled, two suspects were arrested | arrested person 2
                    CHINESE    | 一萬三千人受傷                                  | injured person 13000
                    CHINESE    | 陸女涉詐被捕                                    |
                    ENGLISH    | between two hundred and three hundred people were killed | killed person 200-300
                    INDONESIAN | antara dua ratus dan tiga ratus orang tewas   | killed person 200-300
                    TAMIL      | இரண்டு பேருந்துகள் மோதியதில் பலர் உயிரிழந்தனர்       |
                    BURMESE    | ၂၀၂၁ ခုနှစ် ဦးထွန်း ဖမ်းဆီးခံရ                      |
                    """)
    void peopleInWordsAreCounted(Language language, String text, String figures) {
        assertThat(found(language, text, "people")).isEqualTo(figures == null ? "" : figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | kerugian Rp 2,6 miliar lebih                  | IDR 2600000000
                    INDONESIAN | menyita uang USD 15 ribu dan Rp. 4.500.000     | USD 15000; IDR 4500000
                    INDONESIAN | sekitar 3 juta dolar Singapura                | SGD 3000000
                    INDONESIAN | total 2 juta 500 ribu rupiah                  | IDR 2500000
                    MALAY      | bernilai RM1.25 bilion                        | MYR 1250000000
                    MALAY      | kira-kira AS$5.7 bilion                       | USD 5700000000
                    THAI       | มูลค่ากว่า 2.4 แสนล้านบาท                       | THB 240000000000
                    THAI       | ปรับ 20,000-200,000 บาท                       | THB 20000-200000
                    THAI       | เสียหาย ๑,๕๐๐ บาท                             | THB 1500
                    THAI       | อย่างน้อย 3 พันกว่าล้านบาท                       | THB 3000000000
                    VIETNAMESE | chiếm đoạt 1.085 tỷ đồng                      | VND 1085000000000
                    VIETNAMESE | phạt 9 triệu nhân dân tệ                      | CNY 9000000
                    VIETNAMESE | cùng 8 đồng phạm                              |
                    TAGALOG    | halagang P67.7 milyon                         | PHP 67700000
                    KHMER      | ប្រាក់ ១៦ ម៉ឺន រៀល                              | KHR 160000
                    KHMER      | ៣ពាន់លានដុល្លារ                                | USD 3000000000
                    ENGLISH    | a $1.2bn contract and P6.7-billion worth      | USD 1200000000; PHP 6700000000
                    ENGLISH    | 350,000 yuan ($50,000)                        | CNY 350000; USD 50000
                    ENGLISH    | a bribe of Rs 500 million                     | null 500000000
                    ENGLISH    | she won three medals in 7.2m homes            |
                    ENGLISH    | RM20 to RM30 or 10 to 15 baht                 | MYR 20-30; THB 10-15
                    ENGLISH    | at Euro 2024 he spent €2000 and Euro 500      | EUR 2000; EUR 500
                    THAI       | พนันบอลยูโร 2020                              |
                    CHINESE    | 開支二萬八千港元                                 | HKD 28000
                    CHINESE    | 獲利3億2千萬元人民幣                              | CNY 320000000
                    CHINESE    | 罰款450多萬元                                    | null 4500000
                    CHINESE    | 政壇元老鍾士元100歲壽宴                            |
                    VIETNAMESE | mâu thuẫn giữa hai đồng minh, 1 đồng hồ        |
                    VIETNAMESE | nhận 10 triệu đồng tiền giả                   | VND 10000000
                    BURMESE    | ဒေါ်လာ ၆ ဒသမ ၁၉ သန်း                           | USD 6190000
                    BURMESE    | ကျပ်သိန်း ၈၀ နှင့် ၁,၄၀၅ ကျပ်                     | MMK 8000000; MMK 1405
                    BURMESE    | တစ်ဒေါ်လာ ကျပ် ၃၃၀၀၊ ဒေါ်လာ ၄၆၄၇ ဒသမ ၁ဝသန်း       | MMK 3300
                    LAO        | ມູນຄ່າ ໓໕ ລ້ານໂດລາ ແລະ 5.000.000 ກີບ               | USD 35000000; LAK 5000000
                    LAO        | ໝູນ້ຳໜັກ 650 ປອນ ແລະ 120 ລ້ານປອນ                  | GBP 120000000
                    TAMIL      | 62, 544 மில்லியன் ரூபா, 300 கோடி அமெரிக்க டொலர்  | null 62544000000; USD 3000000000
                    TAMIL      | ௧௦௦ டொலர்கள், 12. 1 மில்லியன் ரூபாவை           | USD 100
                    """)
    void findsMoney(Language language, String text, String figures) {
        assertThat(found(language, text, "money")).isEqualTo(figures == null ? "" : figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | between $5 million and $10 million            | USD 5000000-10000000
                    ENGLISH    | between $4.4 and $8.8 billion                 | USD 4400000000-8800000000
                    ENGLISH    | a house of $5 million and $10 million         | USD 5000000; USD 10000000
                    ENGLISH    | fines ranging from P500 to P5,000             | PHP 500-5000
                    ENGLISH    | P500,000 to P10 million, $5 to RM30           | PHP 500000-10000000; USD 5; MYR 30
                    ENGLISH    | its wealth has fallen from $9bn to $4bn       | USD 9000000000; USD 4000000000
                    ENGLISH    | increased its offer from roughly €7bn to €10bn | EUR 7000000000; EUR 10000000000
                    ENGLISH    | its profit rose $2bn to $9bn                  | USD 2000000000; USD 9000000000
                    ENGLISH    | it settled back to $70 to $80                 | USD 70-80
                    INDONESIAN | antara Rp 100 ribu hingga Rp 300 ribu         | IDR 100000-300000
                    INDONESIAN | naik dari Rp 10 juta sampai Rp 20 juta        | IDR 10000000; IDR 20000000
                    INDONESIAN | naik dari Rp 10 juta menjadi Rp 20 juta       | IDR 10000000; IDR 20000000
                    INDONESIAN | harganya Rp238 juta - Rp275 juta              | IDR 238000000-275000000
                    MALAY      | serendah RM7 sehingga RM59 sehelai            | MYR 7-59
                    MALAY      | antara RM2,000 dan RM4,000                    | MYR 2000-4000
                    TAGALOG    | multang P500,000 hanggang P10 milyong         | PHP 500000-10000000
                    VIETNAMESE | phạt từ 10 triệu đồng đến 20 triệu đồng       | VND 10000000-20000000
                    VIETNAMESE | tăng từ 300 tỉ đồng lên 401 tỉ đồng           | VND 300000000000; VND 401000000000
                    THAI       | ปรับตั้งแต่สองหมื่นบาทถึงสองแสนบาท               | THB 20000-200000
                    KHMER      | ចាប់ពី ១០ ០០០ បាត ដល់ ៣០ ០០០ បាត                | THB 10000-30000
                    BURMESE    | ငွေကျပ် ၆၀၀၀ မှ ငွေကျပ် ၁၀၀၀၀ ထိ                 | MMK 6000-10000
                    BURMESE    | ကျပ် ၆၀၀၀ မှ ကျပ် ၁၀၀၀၀ သို့ တက်                 | MMK 6000; MMK 10000
                    CHINESE    | 約5400萬元至6200萬港元                          | HKD 54000000-62000000
                    CHINESE    | 由1,500元到18萬元，由3億元增至5億元               | null 1500-180000; null 300000000; null 500000000
                    """)
    void findsRangesWithTheUnitAtBothEnds(Language language, String text, String figures) {
        assertThat(found(language, text, "money")).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    KHMER      | តម្លៃ ១៩ ០៩៥ ៨២៤ ០០០រៀល និង ១. ៧២២ ដុល្លារ           | KHR 19095824000; USD 1722
                    TAMIL      | 16, 644, 652, 21 ரூபா                          | null 16644652.21
                    TAGALOG    | mahigit P144, 400 sa 5, 400                   | PHP 144400
                    VIETNAMESE | lương 10 000 000 đồng                         | VND 10000000
                    MALAY      | (RM 000)                                      |
                    INDONESIAN | Rp 400 (juta), Rp 33.296.257.959 (miliar)     | IDR 400000000; IDR 33296257959
                    INDONESIAN | loan dalam RMB 3,1 persen                     |
                    INDONESIAN | nombok tiap tahun Rp 60 miliar                | IDR 60000000000
                    INDONESIAN | uang pecahan Rp 100.000 sebanyak Rp 120.000   | IDR 120000
                    TAGALOG    | isang Heckler & Koch P2000 V3                 |
                    ENGLISH    | ten $100 bills, a $120 bill                   | USD 120
                    VIETNAMESE | 4 tờ 500.000 đồng, cả 2 đồng ý, 3 triệu đồng tiền mặt | VND 3000000
                    BURMESE    | ကျပ် ၁၀,၀၀၀ တန်ငွေစက္ကူအတု ၁၂ ရွက်                |
                    """)
    void namesNotesAndPartsOfNumbersAreNoSums(Language language, String text, String figures) {
        assertThat(found(language, text, "money")).isEqualTo(figures == null ? "" : figures);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDONESIAN | sabu seberat 250 gram                         | methamphetamine kg 0.25
                    INDONESIAN | menyita 2 kg sabu dan ganja 5 kg              | methamphetamine kg 2; cannabis kg 5
                    INDONESIAN | 36 butir ekstasi                              | ecstasy piece 36
                    INDONESIAN | seberat 3 ton di gudang                       |
                    MALAY      | dadah jenis syabu seberat 10.5 kilogram       | methamphetamine kg 10.5
                    THAI       | ของกลางยาบ้า จำนวน 147 เม็ด ไอซ์ 2 กิโลกรัม      | yaba piece 147; methamphetamine kg 2
                    THAI       | ยาบ้า 6 ล้านเม็ด                                 | yaba piece 6000000
                    THAI       | เครื่องกระสุนปืนขนาด 9 มม. จำนวน 49 นัด          | ammunition piece 49
                    TAGALOG    | Tinamaan ng 3 bala sa ulo                        |
                    VIETNAMESE | thu giữ 10 thùng gỗ trắc                         | timber carton 10
                    TAGALOG    | Narekober ang 234 na bala                        | ammunition piece 234
                    VIETNAMESE | 1 khẩu súng ngắn và 6 gói nilông                 | firearm piece 1
                    VIETNAMESE | bán cho chủ tàu gỗ 1 chiếc xe đạp                |
                    VIETNAMESE | thu giữ 7,00 3g heroin                        | heroin kg 0.007003
                    VIETNAMESE | hai gói heroin nặng 1976,9 3g                 | heroin pack 2; heroin kg 1.97693
                    VIETNAMESE | thu giữ heroin 1,5 3 kg                       | heroin kg 3
                    VIETNAMESE | thu giữ 1,1 tấn ma tuý đá và 36 bánh heroin   | methamphetamine kg 1100; heroin piece 36
                    VIETNAMESE | 01 cân điện tử                                |
                    TAGALOG    | 276 kilo ng shabu                             | methamphetamine kg 276
                    KHMER      | គ្រឿងញៀនចំនួន ៤០ គីឡូក្រាម                       | drugs kg 40
                    ENGLISH    | 12 sachets of shabu and 3,000 ecstasy pills   | methamphetamine pack 12; ecstasy piece 3000
                    ENGLISH    | 500kg of pangolin scales, 4 rifles, 500km     | pangolin kg 500; firearm piece 4
                    CHINESE    | 檢獲5公斤冰毒                                    | methamphetamine kg 5
                    CHINESE    | 在垃圾桶找回4枝茅台，木材及3,000隻大象              |
                    ENGLISH    | fired 5 shots from a rifle, 5 rounds from a gun |
                    ENGLISH    | a rifle with 30 rounds of ammunition          | ammunition piece 30
                    ENGLISH    | 5 kg of heroin, 3 kg of ketamine              | heroin kg 5; ketamine kg 3
                    ENGLISH    | 5 kg of heroin, 3 kg of white powder          | heroin kg 5
                    ENGLISH    | 12 sachets of shabu weighing 1.7 grams        | methamphetamine pack 12; methamphetamine kg 0.0017
                    ENGLISH    | 2 tons of waste and 40 sacks                  | waste kg 2000
                    ENGLISH    | garbage in 40 packets                         |
                    VIETNAMESE | 4 viên thuốc lắc, 1 gói hàng khay Ketamine    | ecstasy piece 4; ketamine pack 1
                    VIETNAMESE | 6 khẩu súng, 1 quả lựu đạn, súng máy nặng 52kg | firearm piece 6
                    VIETNAMESE | 116 thùng thuốc lá (58.000 gói)               | cigarettes carton 116; cigarettes pack 58000
                    THAI       | อาวุธปืนพร้อมกระสุน 2 กระบอก    | firearm piece 2
                    BURMESE    | စိတ်ကြွရူးသွပ်ဆေးပြား ၄၅ ဒသမ ၁၄ သိန်း၊ ဘိန်းဖြူ ၄၀ ဒသမ ၇ ကီလို | yaba piece 4514000; heroin kg 40.7
                    LAO        | ຢາບ້າ ຈຳນວນ 6,000 ເມັດ                         | yaba piece 6000
                    TAMIL      | 5 கிலோ ஹெரோயின்                               | heroin kg 5
                    ENGLISH    | 2 kg to 4 kg of fish, 6 kg 500 g of cocaine   | fish kg 2-4; cocaine kg 6.5
                    KHMER      | អិចស្តាស៊ី ៦ kg ៥៤១ ក្រាម និង ៣២ មីលីក្រាម          | ecstasy kg 6.541032
                    KHMER      | ស៊ីសាំងតិច ១៦ ០០០ គីឡូម៉ែត្រ                        |
                    KHMER      | ចំរឹងឈើចំនួន ៥០០ដើម                              |
                    MALAY      | merampas 1,320 karton rokok                   | cigarettes carton 1320
                    THAI       | น้ำกระท่อมบรรจุขวด ขนาด 1.5 ลิตร                 |
                    BURMESE    | ပိတောက်သစ်ခွဲသား တန် ၆၀ ခန့် ဖမ်းဆီးရမိသည်          | timber kg 60000
                    CHINESE    | 仿製槍（8支長槍及17支手槍），檢獲2支手槍，10支氣槍    | firearm piece 2
                    VIETNAMESE | chế tạo 4 khẩu súng hơi và 2 khẩu súng         | firearm piece 2
                    """)
    void findsQuantitiesOfGoods(Language language, String text, String figures) {
        assertThat(found(language, text, "quantity")).isEqualTo(figures == null ? "" : figures);
    }

    @Test
    void offsetsCountCodePoints() {
        String text = "😀😀 denda Rp5 juta";
        FigureMention figure = finder.find(Language.INDONESIAN, text).get(0);

        assertThat(figure.getText()).isEqualTo("Rp5 juta");
        assertThat(figure.getStart()).isEqualTo(9);
        assertThat(figure.getEnd()).isEqualTo(17);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasATable(Language language) {
        assertThat(found(language, "$100", "money")).isEqualTo("USD 100");
    }

    @Test
    void aTextMadeToBeSlowIsCutOff() {
        String text = "😀 RM1 menangkap 3 ".repeat(200_000);

        List<FigureMention> figures =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> finder.find(Language.MALAY, text));

        assertThat(figures).hasSize(FigureFinder.MAX_FIGURES);
    }

    @ParameterizedTest
    @CsvSource({"'3 men ('", "'000 '", "'1 000 '", "'between $5 and '", "'5 kg 4 g '", "'killed 3 men (7 '"})
    void textsWithoutAnEndAreReadInLinearTime(String part) {
        String text = part.repeat(200_000);

        List<FigureMention> figures =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> finder.find(Language.ENGLISH, text));

        assertThat(figures).hasSizeLessThanOrEqualTo(FigureFinder.MAX_FIGURES);
    }

    private String found(Language language, String text, String kind) {
        return lines(finder.find(language, text), kind);
    }

    /** The figures of a kind as subject, unit and value. */
    static String lines(List<FigureMention> figures, String kind) {
        return figures.stream()
                .filter(figure -> figure.getKind().equals(kind))
                .map(FigureFinderTest::line)
                .collect(Collectors.joining("; "));
    }

    private static String line(FigureMention figure) {
        String value = plain(figure.getValue());
        String high = figure.getValueHigh() == null ? "" : "-" + plain(figure.getValueHigh());
        String subject = figure.getSubject() == null ? "" : figure.getSubject() + " ";
        return subject + figure.getUnit() + " " + value + high;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
