package org.lintas.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentRole;

/** What each article does with the incident that it belongs to. */
final class Roles {

    /** A report of a court or a deportation so soon is one of the incident itself. */
    private static final int FOLLOW_UP_AFTER = 3;

    private Roles() {}

    /**
     * The role of each report, by the id of its article.
     *
     * @param reports all of the incident, in their order
     */
    static Map<String, IncidentRole> of(List<Report> reports) {
        Map<String, IncidentRole> roles = new HashMap<>();
        int first = reports.get(0).published().orElse(Integer.MIN_VALUE);
        Map<String, Double> told = new HashMap<>();
        for (Report report : reports) {
            int days = first == Integer.MIN_VALUE ? 0 : report.published().orElse(first) - first;
            boolean isNew = isNew(report, told);
            roles.put(report.id(), role(report, days, isNew));
        }
        return roles;
    }

    private static IncidentRole role(Report report, int days, boolean isNew) {
        if (report.article().getIsOverview()) {
            return IncidentRole.mention;
        }
        if (report.article().getIsFollowUp() && days >= FOLLOW_UP_AFTER) {
            return IncidentRole.follow_up;
        }
        return days >= 1 && isNew ? IncidentRole.update : IncidentRole.report;
    }

    /** Whether a report tells another figure of something that an earlier one has counted; its figures are added to those told. */
    private static boolean isNew(Report report, Map<String, Double> told) {
        boolean isNew = false;
        for (ReportedCount count : report.counts()) {
            String subject = count.getSubject() + " " + count.getUnit();
            Double before = told.get(subject);
            isNew |= before != null && count.getLow() > 1.05 * before;
            told.merge(subject, count.getLow(), Math::max);
        }
        return isNew;
    }
}
