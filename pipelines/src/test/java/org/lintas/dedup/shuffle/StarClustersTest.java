package org.lintas.dedup.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dedup.text.Clusters;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.schemas.DuplicateRelation;

class StarClustersTest {

    private static final int ARTICLES = 500;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 400, 3_000})
    void givesTheClustersOfTheReference(int edges) throws IOException {
        var random = new Random(edges);
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < edges; i++) {
            int one = random.nextInt(ARTICLES);
            int other = random.nextInt(ARTICLES);
            if (one != other) {
                pairs.add(new int[] {Math.min(one, other), Math.max(one, other)});
            }
        }
        Clusters reference = Clusters.of(
                ARTICLES,
                pairs.stream()
                        .mapToLong(pair -> Clusters.pair(pair[0], pair[1]))
                        .toArray());
        Collections.shuffle(pairs, random);
        Map<Integer, Integer> members = new TreeMap<>();
        try (var clusters = new StarClusters()) {
            for (int[] pair : pairs) {
                clusters.add(edge(pair[0], pair[1]));
            }
            clusters.forEachMember(member -> {
                assertThat(members.put(
                                member.digest().getInt(),
                                member.representativeDigest().getInt()))
                        .isNull();
                assertThat(member.relation()).isEqualTo(DuplicateRelation.reprint);
                assertThat(member.similarity()).isEqualTo(.75);
                assertThat(member.containment()).isEqualTo(.5);
            });
        }

        for (int article = 0; article < ARTICLES; article++) {
            assertThat(members.getOrDefault(article, article)).isEqualTo(reference.representative(article));
        }
    }

    private static byte[] edge(int better, int other) {
        return VerifiedPair.of(
                rank(better), rank(other), digest(better), digest(other), DuplicateRelation.reprint, .75, .5);
    }

    private static byte[] rank(int position) {
        return new RepresentativeRank(
                        Instant.ofEpochSecond(position), 0, 0, String.format("%032x", ARTICLES - position), "f", 0)
                .toBytes(false);
    }

    private static byte[] digest(int position) {
        return ByteBuffer.allocate(SignatureRecord.DIGEST_BYTES)
                .putInt(position)
                .array();
    }
}
