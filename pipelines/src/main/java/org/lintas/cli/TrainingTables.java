package org.lintas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lintas.topic.training.GradeScore;
import org.lintas.topic.training.HeldOut;
import org.lintas.topic.training.UpdateTraining;

/** What becomes of held-out decisions, in all, by language and by topic. */
final class TrainingTables {

    private TrainingTables() {}

    /**
     * The table.
     *
     * @param strengths of the prior by topic that is learned
     */
    static String of(List<HeldOut> heldOut, Map<String, Double> strengths) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "held out",
                "decisions",
                "right before",
                "after",
                "F1 of main before",
                "after",
                "strength of the prior"));
        rows.add(row("all", heldOut, ""));
        by(heldOut, one -> one.language().code()).forEach((language, some) -> rows.add(row(language, some, "")));
        by(heldOut, HeldOut::topic)
                .forEach((topic, some) -> rows.add(row(
                        topic,
                        some,
                        strengths.containsKey(topic) ? String.valueOf(strengths.get(topic)) : "left as it is")));
        return TextTable.of(rows, false);
    }

    private static Map<String, List<HeldOut>> by(List<HeldOut> heldOut, Function<HeldOut, String> key) {
        return heldOut.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static List<String> row(String name, List<HeldOut> some, String remark) {
        GradeScore before = UpdateTraining.score(some, HeldOut::before);
        GradeScore after = UpdateTraining.score(some, HeldOut::after);
        return List.of(
                name,
                String.format(Locale.ROOT, "%,d", some.size()),
                String.format(Locale.ROOT, "%,d", before.right()),
                String.format(Locale.ROOT, "%,d", after.right()),
                f1(before),
                f1(after),
                remark);
    }

    private static String f1(GradeScore score) {
        return score.hasMain() ? String.format(Locale.ROOT, "%.3f", score.mainF1()) : "–";
    }
}
