package org.lintas.lab.incident;

import java.util.List;
import java.util.Map;
import org.lintas.record.FigureMention;

/** What the figures count that written reports were made from, by their names in the files. */
final class FigureKeys {

    private static final List<String> ARRESTED = List.of("person", "arrested", "suspect");
    private static final List<String> RESCUED = List.of("person", "rescued", "victim");
    private static final List<String> KILLED = List.of("person", "killed");
    private static final List<String> INJURED = List.of("person", "injured");
    private static final List<String> DEPORTED = List.of("person", "deported");
    private static final List<String> METH = List.of("kg", "methamphetamine");
    private static final List<String> YABA = List.of("piece", "yaba", "methamphetamine");
    private static final List<String> PANGOLIN = List.of("kg", "pangolin");
    private static final List<String> AMMUNITION = List.of("piece", "ammunition");
    private static final List<String> FIREARM = List.of("piece", "firearm");

    private static final Map<String, List<String>> SUBJECTS = Map.ofEntries(
            Map.entry("arrested", ARRESTED),
            Map.entry("detained", ARRESTED),
            Map.entry("rescued", RESCUED),
            Map.entry("freed", RESCUED),
            Map.entry("victims", List.of("person", "victim")),
            Map.entry("kidnapped", List.of("person", "victim")),
            Map.entry("missing", List.of("person", "missing")),
            Map.entry("dead", KILLED),
            Map.entry("deaths", KILLED),
            Map.entry("killed", KILLED),
            Map.entry("injured", INJURED),
            Map.entry("wounded", INJURED),
            Map.entry("deported", DEPORTED),
            Map.entry("repatriated", DEPORTED),
            Map.entry("meth_kg", METH),
            Map.entry("crystal_meth_kg", METH),
            Map.entry("shabu_kg", METH),
            Map.entry("ice_kg", METH),
            Map.entry("meth_tablets", YABA),
            Map.entry("meth_pills", YABA),
            Map.entry("heroin_kg", List.of("kg", "heroin")),
            Map.entry("ketamine_kg", List.of("kg", "ketamine")),
            Map.entry("mdma_kg", List.of("kg", "ecstasy")),
            Map.entry("cannabis_kg", List.of("kg", "cannabis")),
            Map.entry("opium_kg", List.of("kg", "opium")),
            Map.entry("gold_kg", List.of("kg", "gold")),
            Map.entry("ivory_kg", List.of("kg", "ivory")),
            Map.entry("rhino_horn_kg", List.of("kg", "rhino_horn")),
            Map.entry("pangolin_scales_kg", PANGOLIN),
            Map.entry("scales_kg", PANGOLIN),
            Map.entry("rounds", AMMUNITION),
            Map.entry("ammunition", AMMUNITION),
            Map.entry("ammunition_rounds", AMMUNITION),
            Map.entry("firearms", FIREARM),
            Map.entry("guns", FIREARM),
            Map.entry("logs", List.of("piece", "timber")),
            Map.entry("timber_m3", List.of("m3", "timber")));

    /** A figure that differs by less than this share from the one that a report was written from is the same. */
    private static final double SAME = .02;

    private FigureKeys() {}

    /** The unit of a figure, then the subjects that it may have; empty if none of the subjects of figures is counted. */
    static List<String> of(String key) {
        return SUBJECTS.getOrDefault(key, List.of());
    }

    /**
     * Whether a figure counts this.
     *
     * @param subjects as of {@link #of}
     */
    static boolean counts(List<String> subjects, FigureMention figure) {
        return subjects.stream().skip(1).anyMatch(subject -> subject.equals(figure.getSubject()))
                && subjects.get(0).equals(figure.getUnit());
    }

    /** Whether a value is the one that a report was written from. */
    static boolean isSame(double written, double value) {
        return Math.abs(value - written) <= SAME * written;
    }
}
