package org.lintas.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentRole;

/** What each article does with the incident that it belongs to. */
final class Roles {

    /** Days after the first report from which on higher figures are news. */
    private static final int FIRST_NEWS = 4;

    /** Days after the first report from which on there is nothing to tell but what became known since. */
    private static final int FIRST_UPDATE = 6;

    /** Days after the first report up to which investigators tell more; then it is for the courts. */
    private static final int LAST_UPDATE = 14;

    /** How many times a figure that likely counts all is the one told before, if it is news. */
    private static final double MORE = 1.05;

    private Roles() {}

    /**
     * The role of each report, by the id of its article.
     *
     * @param reports all of the incident, in their order
     */
    static Map<String, IncidentRole> of(List<Report> reports) {
        Map<String, IncidentRole> roles = new HashMap<>();
        int first = reports.stream()
                .filter(report -> !report.article().getIsOverview())
                .map(Report::published)
                .flatMapToInt(OptionalInt::stream)
                .min()
                .orElse(Integer.MIN_VALUE);
        // A trial whose crime is in no article of the corpus.
        boolean isFollowedUp =
                reports.stream().allMatch(report -> report.article().getIsFollowUp());
        Map<List<String>, Double> told = new HashMap<>();
        for (Report report : reports) {
            int days = first == Integer.MIN_VALUE ? 0 : report.published().orElse(first) - first;
            boolean isNew = isNew(report, told);
            roles.put(report.id(), isFollowedUp ? IncidentRole.follow_up : role(report, days, isNew));
        }
        return roles;
    }

    private static IncidentRole role(Report report, int days, boolean isNew) {
        boolean isFollowUp = report.article().getIsFollowUp();
        if (report.article().getIsOverview()) {
            return IncidentRole.mention;
        }
        if (days > LAST_UPDATE) {
            // So late, what is no trial and no way home is told because of something else.
            return isFollowUp ? IncidentRole.follow_up : IncidentRole.mention;
        }
        boolean isUpdate = days >= FIRST_UPDATE || (days >= FIRST_NEWS && isNew);
        return isUpdate ? IncidentRole.update : IncidentRole.report;
    }

    /** Whether a report tells more of something, as far as it likely counts all, than an earlier one; its figures are added to those told. */
    private static boolean isNew(Report report, Map<List<String>, Double> told) {
        boolean isNew = false;
        for (var counts : report.wholes().entrySet()) {
            double most = counts.getValue().stream()
                    .mapToDouble(ReportedCount::getLow)
                    .max()
                    .orElseThrow();
            Double before = told.get(counts.getKey());
            isNew |= before != null && most > MORE * before && !Rounding.agree(most, before);
            told.merge(counts.getKey(), most, Math::max);
        }
        return isNew;
    }
}
