package org.lintas.topic;

/**
 * How much of a setting there is in an article, each number from 0 to 1.
 *
 * @param title share of the headline's words that are counted, two at most
 * @param lead words in the lead, squashed
 * @param density words in headline and text by length, squashed
 */
record SettingShare(double title, double lead, double density) {

    private static final int TITLE_AT_MOST = 2;
    private static final double LEAD_HALF = 2;
    private static final double DENSITY_HALF = 3;

    static SettingShare of(TopicFinder.Findings article, TopicFinding setting) {
        int leadEnd = TopicProfile.leadEnd(article);
        int inTitle = 0;
        int inLead = 0;
        for (TopicFinding.Hit hit : setting.hits()) {
            inTitle += hit.start() < article.textStart() ? 1 : 0;
            inLead += hit.start() >= article.textStart() && hit.start() < leadEnd ? 1 : 0;
        }
        return new SettingShare(
                (double) Math.min(inTitle, TITLE_AT_MOST) / TITLE_AT_MOST,
                squash(inLead, LEAD_HALF),
                squash(setting.hits().size() * 1_000 / article.letters(), DENSITY_HALF));
    }

    /** 0 for 0, a half for {@code half}, and never more than 1. */
    static double squash(double value, double half) {
        return value / (value + half);
    }
}
