package org.lintas.lab.dedup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Thresholds;
import org.lintas.lab.dedup.DedupTruth.Counts;

/**
 * Short notices of one template (police reports, dividends, weather) that must not be merged, and copies of some that must be found.
 *
 * <p>Usage: {@code EvaluateNotices FOLDER}: {@code *.jsonl} with {@code family}, {@code language}, {@code id}, {@code title}, {@code
 * text} and {@code copy_of}, the id of the notice that a copy was made of.
 */
public final class EvaluateNotices {

    private record Notice(String family, String language, String id, String title, String text, String copyOf) {
        String of() {
            return copyOf == null ? id : copyOf;
        }
    }

    /**
     * How notices are clustered.
     *
     * @param merged families of which two notices are in one cluster
     * @param found copies that are in one cluster with what they are copies of
     * @param errors what went wrong, one line each
     */
    record Result(Counts merged, Counts found, List<String> errors) {}

    private EvaluateNotices() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: EvaluateNotices FOLDER");
        }
        Result result = evaluate(Path.of(args[0]));
        result.errors().forEach(System.out::println);
        System.out.printf("families merged %s%ncopies found   %s%n", result.merged(), result.found());
    }

    static Result evaluate(Path folder) throws IOException {
        var result = new Result(new Counts(), new Counts(), new ArrayList<>());
        read(folder).values().forEach(family -> add(family, result));
        return result;
    }

    private static Map<String, List<Notice>> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.list(folder)) {
            files = paths.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        var json = new ObjectMapper();
        Map<String, List<Notice>> families = new TreeMap<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                JsonNode node = json.readTree(line);
                var notice = new Notice(
                        node.path("family").asText(),
                        node.path("language").asText(),
                        node.path("id").asText(),
                        node.path("title").asText(),
                        node.path("text").asText(),
                        node.hasNonNull("copy_of") ? node.path("copy_of").asText() : null);
                families.computeIfAbsent(notice.language + " " + notice.family, any -> new ArrayList<>())
                        .add(notice);
            }
        }
        return families;
    }

    private static void add(List<Notice> family, Result result) {
        List<NearDuplicates.Membership> memberships =
                NearDuplicates.of(family.stream().map(EvaluateNotices::article).toList(), Thresholds.DEFAULT);
        boolean isMerged = false;
        for (int i = 0; i < family.size(); i++) {
            Notice one = family.get(i);
            for (int j = 0; j < i; j++) {
                Notice other = family.get(j);
                boolean isOneCluster = memberships.get(i).representative()
                        == memberships.get(j).representative();
                boolean isCopy = one.of().equals(other.of());
                if (isOneCluster && !isCopy) {
                    isMerged = true;
                    result.errors.add("merged: " + one.id + " and " + other.id);
                }
                if (isCopy && (one.id.equals(other.copyOf) || other.id.equals(one.copyOf))) {
                    result.found.add(isOneCluster);
                    if (!isOneCluster) {
                        result.errors.add("not found: " + one.id + " and " + other.id);
                    }
                }
            }
        }
        result.merged.add(isMerged);
    }

    private static NearDuplicates.Article article(Notice notice) {
        return new NearDuplicates.Article(
                new RepresentativeRank(null, 1, notice.text.length(), notice.id, notice.family, 0),
                Provenance.UNKNOWN,
                false,
                notice.language,
                notice.title,
                notice.text);
    }
}
