package org.lintas.dedup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sample reports, one sentence a line, in scripts with and without spaces; and texts of generated words. */
public enum SampleReports {
    INDONESIAN("""
            Koperasi nelayan Tanjung Merah membuka pasar ikan malam di dermaga lama pada Sabtu petang.
            Ketua koperasi, Darmo Wiyasa, mengatakan pasar itu menampung 46 pedagang dari tiga desa pesisir.
            Warga datang dengan perahu kecil karena jalan menuju dermaga masih diperbaiki sejak musim hujan.
            Para pedagang menjual ikan segar, kerupuk, dan sambal buatan sendiri dengan harga yang disepakati bersama.
            Pemerintah kabupaten menyumbang lampu tenaga surya agar pasar tetap terang sampai tengah malam.
            Sejumlah mahasiswa membantu mencatat jumlah pengunjung dan menimbang sampah yang dibawa pulang.
            Seorang pembeli bernama Sulami mengaku senang sebab tidak perlu lagi menyeberang ke kota.
            Koperasi berencana menambah kios kopi dan panggung kecil untuk pemusik keliling.
            Dewan desa meminta pengelola menjaga kebersihan air di sekitar tiang dermaga.
            Pasar malam itu akan dibuka setiap akhir pekan sampai musim angin barat tiba.
            """),
    VIETNAMESE("""
            Hợp tác xã chè Suối Mây vừa khai trương xưởng sấy mới bên bờ hồ vào sáng thứ bảy.
            Bà Lương Thị Hạnh Nguyên cho biết xưởng tạo việc làm cho 38 lao động trong xã.
            Nhiều hộ dân mang chè tươi đến từ tinh mơ vì đường lên đồi đã được trải nhựa.
            Giá thu mua được niêm yết trước cổng để mọi người cùng theo dõi.
            Huyện hỗ trợ một phần tiền mua máy và cử kỹ sư hướng dẫn trong ba tháng đầu.
            Một nhóm sinh viên giúp dán nhãn và chụp ảnh từng lô hàng.
            Người mua từ thành phố khen chè thơm và gói gọn gàng.
            Ban quản lý dự định mở thêm quầy bán lẻ cạnh bến thuyền.
            Xã nhắc xưởng giữ nguồn nước sạch cho các hộ phía dưới.
            Xưởng sẽ chạy cả tuần cho đến khi hết vụ chè muộn.
            """),
    ENGLISH("""
            The harbour council of Port Ellery voted on Monday to reopen the old ferry line to the islands.
            Council leader Maren Oduya said the line would carry 52 passengers on every crossing.
            Islanders had asked for the boats to return since the bridge was closed by storms last spring.
            Tickets will cost as much as the bus, and children will travel without paying.
            Two boats are being repaired in a yard north of the town by apprentices and their teachers.
            A shopkeeper named Tobin Aske hoped that visitors would come back before the summer.
            The council has set aside money for lights along the pier and for a small waiting room.
            Fishermen worry that the new timetable leaves them little time to unload.
            Engineers will measure the depth of the channel once a month during the first year.
            The first boat is expected to leave at dawn after the spring holidays.
            """),
    THAI("""
            สหกรณ์ชาวสวนบ้านดอนหวายเปิดตลาดผลไม้ริมคลองเมื่อเช้าวันเสาร์ที่ผ่านมา
            นางบุญเรือน ทองประดับ ประธานสหกรณ์ กล่าวว่าตลาดแห่งนี้รองรับผู้ค้าได้ 46 รายจากสามตำบล
            ชาวบ้านเดินทางมาด้วยเรือเพราะถนนเลียบคลองยังซ่อมไม่เสร็จตั้งแต่ฤดูฝน
            ผู้ค้าตกลงราคากันล่วงหน้าและติดป้ายไว้หน้าร้านทุกแห่ง
            อำเภอสนับสนุนไฟส่องสว่างและห้องน้ำสะอาดสำหรับนักท่องเที่ยว
            นักศึกษากลุ่มหนึ่งช่วยนับจำนวนผู้มาเยือนและคัดแยกขยะ
            ผู้ซื้อจากในเมืองบอกว่าผลไม้สดกว่าที่เคยซื้อและราคาไม่แพง
            สหกรณ์มีแผนจะเพิ่มร้านกาแฟและเวทีดนตรีพื้นบ้าน
            ผู้ใหญ่บ้านขอให้ทุกคนช่วยกันรักษาน้ำในคลองให้สะอาด
            ตลาดจะเปิดทุกสุดสัปดาห์จนกว่าจะหมดฤดูเก็บเกี่ยว
            """),
    LAO("""
            ສະຫະກອນຊາວສວນບ້ານນາແຄໄດ້ເປີດຕະຫຼາດໝາກໄມ້ແຄມນໍ້າໃນຕອນເຊົ້າວັນເສົາ
            ນາງບົວຄຳ ສີປະດິດ ປະທານສະຫະກອນ ກ່າວວ່າຕະຫຼາດຮອງຮັບພໍ່ຄ້າໄດ້ 46 ຄົນຈາກສາມບ້ານ
            ຊາວບ້ານມາດ້ວຍເຮືອຍ້ອນວ່າທາງໄປທ່າເຮືອຍັງສ້ອມແປງບໍ່ແລ້ວ
            ພໍ່ຄ້າແມ່ຄ້າຕົກລົງລາຄາກັນກ່ອນແລະຕິດປ້າຍໄວ້ໜ້າຮ້ານ
            ເມືອງໄດ້ຊ່ວຍໄຟຟ້າແສງສະຫວ່າງແລະຫ້ອງນໍ້າສະອາດໃຫ້ນັກທ່ອງທ່ຽວ
            ນັກສຶກສາກຸ່ມໜຶ່ງຊ່ວຍນັບຈຳນວນຄົນແລະແຍກຂີ້ເຫຍື້ອ
            ຜູ້ຊື້ຈາກໃນເມືອງບອກວ່າໝາກໄມ້ສົດແລະລາຄາບໍ່ແພງ
            ສະຫະກອນມີແຜນຈະເພີ່ມຮ້ານກາເຟແລະເວທີດົນຕີພື້ນເມືອງ
            ນາຍບ້ານຂໍໃຫ້ທຸກຄົນຊ່ວຍກັນຮັກສານໍ້າໃຫ້ສະອາດ
            ຕະຫຼາດຈະເປີດທຸກທ້າຍອາທິດຈົນກວ່າຈະໝົດລະດູເກັບກ່ຽວ
            """),
    KHMER("""
            សហគមន៍កសិករភូមិត្រពាំងឈូកបានបើកផ្សារផ្លែឈើក្បែរបឹងនៅព្រឹកថ្ងៃសៅរ៍
            លោកស្រី សុខ ចាន់ដារ៉ា ប្រធានសហគមន៍ បាននិយាយថាផ្សារនេះទទួលអ្នកលក់បាន ៤៦ នាក់ពីបីភូមិ
            អ្នកភូមិធ្វើដំណើរមកដោយទូកព្រោះផ្លូវទៅកំពង់ចម្លងមិនទាន់ជួសជុលរួច
            អ្នកលក់បានព្រមព្រៀងតម្លៃជាមុនហើយបិទស្លាកនៅមុខតូប
            ស្រុកបានជួយភ្លើងបំភ្លឺនិងបន្ទប់ទឹកស្អាតសម្រាប់ភ្ញៀវ
            និស្សិតមួយក្រុមជួយរាប់ចំនួនភ្ញៀវនិងញែកសំរាម
            អ្នកទិញមកពីទីក្រុងបានសរសើរថាផ្លែឈើស្រស់ហើយតម្លៃមិនថ្លៃ
            សហគមន៍មានគម្រោងបន្ថែមហាងកាហ្វេនិងឆាកតន្ត្រីប្រពៃណី
            មេភូមិបានស្នើឲ្យមនុស្សគ្រប់គ្នាជួយថែរក្សាទឹកបឹងឲ្យស្អាត
            ផ្សារនឹងបើករៀងរាល់ចុងសប្ដាហ៍រហូតដល់ចប់រដូវប្រមូលផល
            """),
    BURMESE("""
            ကျောက်တန်းရွာ ဥယျာဉ်ခြံသမဝါယမအသင်းသည် စနေနေ့နံနက်တွင် ကန်ဘေးသစ်သီးဈေးကို ဖွင့်လှစ်ခဲ့သည်။
            အသင်းဥက္ကဋ္ဌ ဒေါ်ခင်နှင်းမော်က ဈေးတွင် ရွာသုံးရွာမှ ရောင်းချသူ ၄၆ ဦး နေရာရကြောင်း ပြောသည်။
            ဆိပ်ကမ်းသို့သွားသောလမ်း ပြင်ဆင်ဆဲဖြစ်၍ ရွာသားများသည် လှေဖြင့် လာရောက်ကြသည်။
            ရောင်းချသူများက ဈေးနှုန်းကို ကြိုတင်ညှိနှိုင်းပြီး ဆိုင်ရှေ့တွင် ဆိုင်းဘုတ်ချိတ်ထားသည်။
            မြို့နယ်က မီးတိုင်များနှင့် သန့်ရှင်းသောအိမ်သာများကို ပံ့ပိုးပေးခဲ့သည်။
            ကျောင်းသားတစ်စုက လာရောက်သူအရေအတွက်ကို ရေတွက်ပြီး အမှိုက်များကို ခွဲခြားပေးသည်။
            မြို့ပေါ်မှ ဝယ်ယူသူများက သစ်သီးများလတ်ဆတ်ပြီး ဈေးမကြီးဟု ချီးမွမ်းကြသည်။
            အသင်းသည် ကော်ဖီဆိုင်နှင့် ရိုးရာတေးဂီတစင်မြင့် ထပ်မံဖွင့်ရန် စီစဉ်နေသည်။
            ရွာလူကြီးက ကန်ရေကို သန့်ရှင်းအောင် ထိန်းသိမ်းကြရန် တောင်းဆိုခဲ့သည်။
            ဈေးကို ရိတ်သိမ်းရာသီကုန်သည်အထိ သီတင်းပတ်တိုင်း ဖွင့်မည်ဖြစ်သည်။
            """),
    CHINESE("""
            柳溪镇果农合作社周六上午在老码头旁开设了一座夜间水果集市。
            合作社主任贺兰芝表示，集市可以容纳来自三个村子的46名摊贩。
            由于通往码头的道路雨季以来仍在修补，村民大多乘小船前来。
            摊贩事先商定价格，并把价目牌挂在摊位前面。
            县里资助了太阳能路灯和干净的洗手间，方便远道而来的游客。
            一群大学生帮忙清点人数，并把垃圾分类称重。
            从城里来的顾客称赞水果新鲜，价钱也不算贵。
            合作社计划增设咖啡摊和一个供民间乐手演出的小舞台。
            村委会提醒管理者保持码头附近水面的清洁。
            集市将在每个周末开放，直到采收季节结束。
            """);

    private final List<String> sentences;

    SampleReports(String text) {
        sentences = text.lines().toList();
    }

    List<String> sentences() {
        return sentences;
    }

    public String text() {
        return String.join("\n\n", sentences);
    }

    /** The report with a number in place of the one in its second sentence. */
    String withNumber(int number) {
        return text().replace("46", "" + number)
                .replace("၄၆", "" + number)
                .replace("៤៦", "" + number)
                .replace("38", "" + number)
                .replace("52", "" + number);
    }

    /** Generated words in sentences, the same for the same seed. */
    public static List<String> words(int count, long seed) {
        var random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var word = new StringBuilder();
            for (int syllables = 1 + random.nextInt(3); syllables >= 0; syllables--) {
                word.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
            }
            words.add(i % 15 == 14 ? word + "." : word.toString());
        }
        return words;
    }
}
