package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;

class LookedUpTest {

    @Test
    void twoReportsMeetAtTheFirstKeyByWhichBothAreLookedUp() {
        Map<Long, LookedUp> one = encoded("a", List.of(9L, -4L, 7L, 2L));
        Map<Long, LookedUp> other = encoded("b", List.of(8L, -4L, 7L, 1L));

        assertThat(one.get(-4L).metBefore(other.get(-4L))).isFalse();
        assertThat(one.get(7L).metBefore(other.get(7L))).isTrue();
        assertThat(other.get(7L).metBefore(one.get(7L))).isTrue();
    }

    @Test
    void aReportIsWhatWasEncoded() {
        assertThat(encoded("a", List.of(9L, 3L)).values())
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.report().article())
                        .isEqualTo(LikenessTest.report("a").build()));
    }

    private static Map<Long, LookedUp> encoded(String id, List<Long> keys) {
        ArticleReport report = LikenessTest.report(id).build();
        Map<Long, LookedUp> sent = new HashMap<>();
        LookedUp.forEachKey(report, keys, (key, encoded) -> sent.put(key, new LookedUp(encoded)));
        return sent;
    }
}
