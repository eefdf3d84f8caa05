package org.lintas.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.record.CountryMention;
import org.lintas.record.Draft;
import org.lintas.record.EntityMention;
import org.lintas.record.TopicLabel;
import org.lintas.text.Language;

class EntityFinderTest {

    private static final EntityFinder FINDER = new EntityFinder(WatchList.none());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    en | Workers fled KK Park near Myawaddy.                      | kk-park
                    en | Prince Group and Huione Pay deny it.                     | prince-group huione
                    en | He leads Jemaah Islamiyah (JI), police said. JI is banned. | jemaah-islamiyah jemaah-islamiyah jemaah-islamiyah
                    en | JI Kim denied it.                                        |
                    en | It is an Islamic state, not the Islamic State.           | islamic-state
                    id | Densus 88 menangkap anggota JAD.                         | densus-88
                    id | Jamaah Ansharut Daulah (JAD) dibubarkan.                 | jad jad
                    ms | SPRM menyiasat dana 1MDB.                                | macc 1mdb
                    vi | Nhóm Abu Sayyaf bắt cóc thuyền viên.                     | abu-sayyaf
                    tl | Hinuli ng PDEA ang suspek.                               | pdea
                    th | เหยื่อถูกส่งไปที่เคเค พาร์ก ของกะเหรี่ยง BGF                  | kk-park karen-bgf
                    km | អង្គភាពប្រឆាំងអំពើពុករលួយ បានឃាត់ខ្លួន                            | acu-cambodia
                    lo | ຖືກສົ່ງໄປ ຄິງໂຣມັນ ໃນບໍ່ແກ້ວ                                       | kings-romans
                    my | ရွှေကုက္ကိုမှာ ဖမ်းမိတယ်                                          | shwe-kokko
                    zh | 他们被卖到KK园区，太子集团否认。                                | kk-park prince-group
                    zh | 太子集團被制裁，伊斯兰国家表示欢迎。                            | prince-group
                    ta | தமிழ் மக்கள் விடுதலை புலிகள் கட்சி விடுதலைப் புலிகள் அல்ல       | ltte
                    """)
    void findsEntitiesOfTheTable(String language, String text, String ids) {
        assertThat(ids(FINDER.find(article(language, text)))).isEqualTo(ids == null ? "" : ids);
    }

    @ParameterizedTest
    @CsvSource({"Cambodia,0,'14k'", "Cambodia,2000,''", "'',0,''"})
    void aShortNameNeedsCompany(String country, int distance, String ids) {
        Draft draft = article("en", "The 14K was there." + " And so it went.".repeat(distance / 10) + " " + country);
        draft.setCountries(
                country.isEmpty()
                        ? List.of()
                        : List.of(new CountryMention("KH", 1, draft.getText().indexOf(country))));

        assertThat(ids(FINDER.find(draft))).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    id | kata Kompol Baskoro Dwija, Senin.                          | Baskoro Dwija
                    id | tersangka HS (34) dan Irjen Pol. Rudi Hartawan             | HS, Rudi Hartawan
                    id | Sekretaris Jenderal Partai itu. Tersangka Mereka            |
                    ms | Datuk Seri Dr Ahmad Fauzi Abdul Karim berkata              | Ahmad Fauzi Abdul Karim
                    ms | Encik Lim Kok Wai a/l Tan di Taman Tun Dr Ismail           | Lim Kok Wai a/l Tan
                    ms | syarikat bernama Maju Jaya Sdn Bhd                         |
                    tl | sabi ni Senador Ramon dela Vega Jr. kahapon                | Ramon dela Vega Jr.
                    en | Mr Tan Wei Ming's lawyer and Lt. Gen. Arturo de la Cruz    | Tan Wei Ming, Arturo de la Cruz
                    en | Mr Speaker of the House met President al-Assad              | al-Assad
                    en | the General Assembly and Judge Advocate met                |
                    vi | ông Nguyễn Văn Tám và bị can Trần Thị B. khai              | Nguyễn Văn Tám, Trần Thị B.
                    vi | Tổng thống Mỹ và nước Anh                                  |
                    vi | bắt Lê Văn Chín (SN 1985, trú tại Hà Nội)                   | Lê Văn Chín
                    th | นายสมชาย ใจดี อายุ 34 ปี กล่าวว่า                              | สมชาย ใจดี
                    th | พล.ต.ต.อดิเทพ วรรณกูลชัย เปิดเผย นายกรัฐมนตรี และนายจ้าง         | อดิเทพ วรรณกูลชัย
                    th | 1. นายสมชาย ใจดี 2. นายสุรชัย ใจงาม                           | สมชาย ใจดี, สุรชัย ใจงาม
                    th | ตำรวจ 7 นาย สืบทราบว่า นายหมวดเอก สมชาย ใจดี ปลัดอำเภอ         | สมชาย ใจดี
                    th | วันที่ 4 มี.ค. 2567 พลตำรวจเอก สมชาย ใจดี กล่าวว่า              | สมชาย ใจดี
                    th | วันที่ 4 มีนาคม 2567 นาย สมชาย ใจดี กล่าวว่า                    | สมชาย ใจดี
                    th | นาวาเอกหญิง สมศรี ใจดี กล่าวว่า                                | สมศรี ใจดี
                    th | พบนายสมชาย ยืนรออยู่ด้านบน                                     | สมชาย
                    th | นางสาวสุดา กล่าวว่า                                          | สุดา
                    km | លោក សេង វិចិត្រា អភិបាលខេត្ត                                   | សេង វិចិត្រា
                    km | ពិភពលោក ស្រស់ ស្អាត                                          |
                    lo | ທ່ານ Walid al-Moualem ກ່າວ                                    | Walid al-Moualem
                    my | ရဲအုပ်ဇော်မင်းထွန်းက ပြောသည်။ လူ ၃ ဦးကို ဖမ်းမိ                      | ဇော်မင်းထွန်း
                    my | ၂၀၂၄ ဦးအောင်မင်း က ပြောသည်                                      | အောင်မင်း
                    my | ဖမ်းမိသူ ၁၁ ဦးကိုသာ ပြန်လွှတ်ပေးခဲ့သည်။ ဦးအောင်မင်း က ပြောသည်       | အောင်မင်း
                    zh | 保安局局長李家明表示，男子陈某被捕，副主席指                      | 李家明, 陈某
                    """)
    void findsPersonsBesideTitles(String language, String text, String names) {
        assertThat(persons(article(language, text))).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    en | Police arrested Daniel Ong Wei Jie, 41, and his driver, Rafi bin Osman, 29.       | Daniel Ong Wei Jie, Rafi bin Osman
                    en | Marco Villareal Jr., 46, was arrested at the pier.                                | Marco Villareal Jr.
                    en | He thanked Lim Boon Hwa. Lim Boon Hwa, 61, was charged.                           | Lim Boon Hwa
                    en | Two men died. The driver, Daniel Ong, 41, was unhurt.                             |
                    en | Daniel Ong, 41, came late.                                                        |
                    en | The suspects were held on Tuesday (29) in Selangor (32).                          |
                    id | Ketiga pelaku yang ditangkap yakni Bayu Saputra (25), warga Medan, dan Rudi Hadi (34). | Bayu Saputra, Rudi Hadi
                    id | Pelaku menusuk tetangganya, Bayu Saputra (25), hingga tewas.                      |
                    ms | Mahkamah menjatuhkan hukuman penjara terhadap Arif Zaini a/l Maniam, 30.          | Arif Zaini a/l Maniam
                    tl | Nadakip sina Mark Dizon, 33; Rey Lontoc, 35 at Rail Ocampo, 25.                   | Mark Dizon, Rey Lontoc, Rail Ocampo
                    vi | xét xử về tội mua bán người gồm: Đặng Văn Sáu (48 tuổi, trú tại Hà Nam), Lê Thị Bảy (37 tuổi) | Đặng Văn Sáu, Lê Thị Bảy
                    vi | bị bắt sáng 3/5; theo lời mẹ là Lê Thị Bảy (67 tuổi)                               |
                    en | Police arrested two men on Monday. Maria Cruz, 34, a vendor, saw them.            |
                    en | Police held Daniel Ong, 41, in connection with it; Golden Dragon, 34,500 pills     | Daniel Ong
                    id | menangkap 55 tersangka di Sulawesi Selatan (34) dan Kalimantan Timur (21)          |
                    en | In connection with it Tan Ah Kow bin Lim Ah Seng bin Ong Ah Huat, 34, was held     |
                    """)
    void findsThoseAccusedBeforeTheirAge(String language, String text, String names) {
        assertThat(persons(article(language, text))).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    id | Korban bernama Siti Aminah ditemukan.
                    id | tersangka Budi Santoso (15) ditahan
                    id | Pelaku yang ditangkap yakni Budi Santoso (15)
                    id | Polisi menangkap Budi Santoso (17 th) kemarin
                    id | Pelaku didakwa membunuh Siti Aminah (34)
                    ms | dituduh merogol Siti Aminah Ahmad, 34
                    tl | Nadakip si Mark Dizon, 17; Rey Lontoc, 16 at Rail Ocampo, 15.
                    tl | Inaresto ang suspek matapos barilin si Rey Lontoc, 35.
                    en | Police arrested a man over the death of Daniel Ong, 41, who was shot dead.
                    en | Police arrested Lim Boon Hwa, 17.
                    en | He was charged with murdering Daniel Ong, 41, on Friday.
                    en | The body was that of Jane Lim, 34. A man was arrested.
                    en | Jane Lim, 34, had been sold by traffickers.
                    en | suspect Lim Boon Hwa, 17.
                    vi | bị bắt vì giết chị Đặng Thị Chín (34 tuổi)
                    vi | bị bắt giữ cùng em gái chị Nguyễn Thị Hoa (34 tuổi)
                    ms | Mangsa, Encik Ahmad Zaki, dipukul.
                    en | The victim, Mr John Tan, said
                    en | suspect Lim Boon, 17, was held; aged 16
                    en | Police arrested 17-year-old suspect Lim Boon Hwa
                    th | ผู้ต้องหาอายุ 17 ปี นายสมชาย ใจดี
                    my | အသက် ၁၇ နှစ်အရွယ် မောင်အောင်ကျော်
                    vi | cháu Nguyễn Thị Hoa (SN 2001)
                    vi | đối tượng Phạm Văn Út (16 tuổi) bị bắt
                    vi | bắt Lê Văn Út (SN 2008, trú tại Hà Nội)
                    th | เหยื่อคือนางสาวสุดา ใจงาม
                    th | นายสมชาย ใจดี อายุ 15 ปี
                    th | นางสาวเอ (นามสมมติ) เล่าว่า
                    en | Mr John Tan (not his real name) said
                    km | ឈ្មោះ ពៅ គីន ភេទប្រុស អាយុ១៣ឆ្នាំ
                    zh | 受害者女子陈某表示
                    """)
    void victimsAndMinorsAreSpared(String language, String text) {
        assertThat(persons(article(language, text))).isEmpty();
    }

    @Test
    void noPersonsAreFoundInArticlesOnTheExploitationOfChildren() {
        Draft draft = article("en", "Mr Tan Wei Ming was held. KK Park.");
        draft.setTopics(List.of(topic("organised_crime"), topic("child_exploitation")));

        assertThat(FINDER.find(draft)).extracting(EntityMention::getEntityId).containsExactly("kk-park");
    }

    @Test
    void withoutATopicOnlyTheWatchListIsLookedFor() {
        Draft draft = article("th", "KK Park กับ เตราไต เบย์ และนายสมชาย ใจดี");
        draft.setTopics(List.of());
        var watching = new EntityFinder(WatchList.parse(List.of("teratai\tcompound\tth\tเตราไต เบย์")));

        assertThat(FINDER.find(draft)).isEmpty();
        assertThat(watching.find(draft))
                .singleElement()
                .satisfies(mention -> assertThat(mention.getOrigin()).isEqualTo("watch_list"));
    }

    @Test
    void theWatchListAndTheTableDoNotHideEachOther() {
        var watching = new EntityFinder(WatchList.parse(List.of("mine\tcompound\tany\tKK Park")));

        assertThat(ids(watching.find(article("en", "At KK Park.")))).isEqualTo("kk-park mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kk-park | KK Park               | watch_list
                    kk-park | KK Park scam compound | watch_list
                    kk-park | Park scam             | watch_list
                    kk-park | scam compound         | seed watch_list
                    x       | KK Park               | seed watch_list
                    x       | KK Park scam compound | seed watch_list
                    """)
    void anEntityHasOneRowAtAPlace(String id, String name, String origins) {
        var watching = new EntityFinder(WatchList.parse(List.of(id + "\tcompound\tany\t" + name)));

        assertThat(watching.find(article("en", "At the KK Park scam compound.")))
                .extracting(EntityMention::getOrigin)
                .containsExactly(origins.split(" "));
    }

    @Test
    void aWatchedPersonIsNotFoundTwice() {
        var watching = new EntityFinder(WatchList.parse(List.of("tan\tperson\tany\tTan Wei Ming")));

        assertThat(watching.find(article("en", "Mr Tan Wei Ming spoke.")))
                .extracting(EntityMention::getOrigin)
                .containsExactly("watch_list");
    }

    @Test
    void watchedNamesAreKeptWhereNamesAreMany() {
        var watching = new EntityFinder(WatchList.parse(List.of("tan\tperson\tany\tTan Wei Ming")));

        assertThat(watching.find(article("en", "At KK Park. ".repeat(300) + "Mr Tan Wei Ming spoke.")))
                .hasSize(200)
                .last()
                .satisfies(mention -> assertThat(mention.getEntityId()).isEqualTo("tan"));
    }

    @Test
    void offsetsCountCodePointsInHeadlineAndText() {
        Draft draft = article("en", "\uD83D\uDE00 KK Park and Mr Tan Wei Ming");
        draft.setTitle("\uD83D\uDE00\uD83D\uDE00 KK Park");

        assertThat(FINDER.find(draft))
                .extracting(mention -> mention.getInTitle() + " " + mention.getStart() + " " + mention.getEnd())
                .containsExactly("true 3 10", "false 2 9", "false 17 29");
    }

    @Test
    void nothingIsFoundBeyondTwoHundredNames() {
        assertThat(FINDER.find(article("en", "KK Park. ".repeat(500)))).hasSize(EntityFinder.MAX_ENTITIES);
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasATableOfWords(Language language) {
        assertThat(PersonFinder.of(language).find("", null)).isEmpty();
    }

    private static Draft article(String language, String text) {
        return Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("a")
                .setArchiveFile("f")
                .setArchiveOffset(0)
                .setLanguage(language)
                .setText(text)
                .setTopics(List.of(topic("organised_crime")))
                .setPublishedAt(Instant.parse("2020-01-01T00:00:00Z"))
                .build();
    }

    private static TopicLabel topic(String code) {
        return new TopicLabel(code, "main", 1.0, List.of());
    }

    private static String ids(List<EntityMention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.getEntityId() != null)
                .map(EntityMention::getEntityId)
                .collect(Collectors.joining(" "));
    }

    private static String persons(Draft draft) {
        return FINDER.find(draft).stream()
                .filter(mention -> mention.getEntityId() == null)
                .map(EntityMention::getName)
                .collect(Collectors.joining(", "));
    }
}
