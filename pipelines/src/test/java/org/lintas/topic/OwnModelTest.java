package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lintas.text.Language;
import org.lintas.text.Sha256;

class OwnModelTest {

    private static final byte[] FILE = update("base").file();

    /** Where the numbers of articles, topics, languages, and the scale and slots of the only topic begin. */
    private static final int ARTICLES = "Lintas topic model, update 1\n".length() + 2 + "base".length() + 2 + 1;

    private static final int TOPICS = ARTICLES + 4 + 2 * 8;
    private static final int LANGUAGES = TOPICS + 4 + 2 + "online_scam".length();
    private static final int SCALE = LANGUAGES + 4 + 2 * (2 + 2);

    private static TopicUpdate update(String base) {
        var weights = new double[UpdateVector.SLOTS * TopicModel.CLASSES];
        weights[1] = -1.5;
        weights[4] = 3;
        var topics = new TreeMap<String, TopicUpdate.OfTopic>();
        topics.put("online_scam", TopicUpdate.OfTopic.of(Set.of(Language.THAI, Language.ENGLISH), weights));
        return new TopicUpdate(base, "4", topics, new long[] {-5, 7});
    }

    private static byte[] signed(byte[] content) {
        byte[] file = Arrays.copyOf(content, content.length + 32);
        System.arraycopy(Sha256.digest().digest(content), 0, file, content.length, 32);
        return file;
    }

    /** The file with other bytes from some place on, and the check sum that belongs to it. */
    private static byte[] changed(int at, byte... bytes) {
        byte[] content = Arrays.copyOf(FILE, FILE.length - 32);
        System.arraycopy(bytes, 0, content, at, bytes.length);
        return signed(content);
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] bytes(float number) {
        return ByteBuffer.allocate(4).putFloat(number).array();
    }

    private static void assertRefused(byte[] file, String why) {
        assertThatThrownBy(() -> OwnModel.of(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void travelsToWorkersAsItIs() throws Exception {
        OwnModel model = OwnModel.of(FILE);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(model);
        }

        OwnModel there;
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            there = (OwnModel) in.readObject();
        }

        assertThat(there.update().file()).isEqualTo(FILE);
        assertThat(there.digest()).isEqualTo(Sha256.hex(FILE));
        assertThat(there.version())
                .isEqualTo(TopicClassifier.VERSION + "+" + Sha256.hex(FILE).substring(0, 12));
        assertThat(bytes.size()).isLessThan(FILE.length / 10);
    }

    @Test
    void withoutAModelTheVersionIsThatOfTheShippedOne() {
        assertThat(OwnModel.none().version()).isEqualTo(TopicClassifier.VERSION);
        assertThat(OwnModel.none().digest()).isEmpty();
        assertThat(OwnModel.none().update().topics()).isEmpty();
    }

    @Test
    void damageIsTold() {
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = FILE.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> OwnModel.of(damaged)).isInstanceOf(IllegalArgumentException.class);
            byte[] cut = Arrays.copyOf(FILE, random.nextInt(FILE.length));
            assertThatThrownBy(() -> OwnModel.of(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertRefused(new byte[0], "is no model of this version of lintas train");
        assertRefused("a shopping list".repeat(100).getBytes(StandardCharsets.UTF_8), "is no model of this version");
        assertRefused(Arrays.copyOf(FILE, FILE.length - 1), "is damaged: its check sum is another one");
        assertRefused(new byte[OwnModel.MAX_BYTES + 1], "has more than 16,777,216 bytes");
    }

    @Test
    void whatIsNoModelIsRefusedWithItsCheckSum() {
        byte[] content = Arrays.copyOf(FILE, FILE.length - 32);

        assertRefused(signed(Arrays.copyOf(content, content.length - 1)), "holds less than a model");
        assertRefused(signed(Arrays.copyOf(content, content.length + 1)), "holds more than a model");
        assertRefused(changed(ARTICLES, bytes(Integer.MAX_VALUE)), "2147483647 articles");
        assertRefused(changed(ARTICLES, bytes(-1)), "-1 articles");
        assertRefused(changed(ARTICLES + 4, new byte[] {(byte) 0x7F}), "articles in disorder");
        assertRefused(changed(TOPICS, bytes(Integer.MAX_VALUE)), "2147483647 topics");
        assertRefused(changed(TOPICS + 4 + 2, (byte) '/'), "a topic without a code");
        assertRefused(changed(LANGUAGES, bytes(12)), "12 languages");
        assertRefused(changed(LANGUAGES + 4 + 2, (byte) 'x'), "an unknown language");
        assertRefused(changed(SCALE, bytes(Float.NaN)), "weights of no size");
        assertRefused(changed(SCALE, bytes(-1f)), "weights of no size");
        assertRefused(changed(SCALE, bytes(Float.POSITIVE_INFINITY)), "weights of no size");
        assertRefused(changed(SCALE + 4, bytes(1 << 30)), "other features");
    }

    @Test
    void aModelOverOtherModelsIsRefused() {
        assertThatThrownBy(() -> new TopicClassifier().with(OwnModel.of(FILE)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was trained with other models than those of this program");
    }

    @Test
    void weightsAreKeptToTheirPrecision() {
        double[] weights =
                OwnModel.of(FILE).update().topics().get("online_scam").unpacked();

        assertThat(weights[1]).isCloseTo(-1.5, offset(1e-4));
        assertThat(weights[4]).isCloseTo(3, offset(1e-4));
        assertThat(weights[5]).isZero();
    }
}
