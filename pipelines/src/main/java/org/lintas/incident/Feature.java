package org.lintas.incident;

/** What is weighed of two reports to tell whether they are of one incident; a share is from 0 to 1, a flag 0 or 1. */
enum Feature {
    /** Sum of the weights of days, for one incident or against it, as for the next six. */
    DAY,
    PLACE,
    FIGURE,
    NAME,
    NUMBER,
    CONCEPT,
    WORDS,
    /** The cosine of the meanings of their openings. */
    MEANING,
    /** The cosine of the meanings of their headlines, by what tells events apart, as for the beginnings of their texts. */
    TITLE_MEANING,
    BEGINNING_MEANING,
    /** Share of the words that both openings have, each as much as it is rare, if the languages differ: most are names. */
    ACROSS_WORDS,
    /** Flag: both likely tell where the event was, and it is the same place. */
    EVENT_PLACE_SAME,
    /** Flag: both likely tell where the event was, and neither names the place of the other. */
    EVENT_PLACE_DIFFERS,
    /** How rare the rarest town is that both name. */
    SAME_TOWN,
    /** Flag: both name towns in a place, and none is the same in any place. */
    OTHER_TOWN,
    /** Flag: the likeliest places are the same, both name towns in it, and neither names the first town of the other. */
    FIRST_TOWN_DIFFERS,
    /** Sum of the weights of topics, as for countries. */
    TOPIC,
    COUNTRY,
    /** Flag: both are in one language. */
    WITHIN,
    /** The weights of days, if the languages differ, as for the next three. */
    ACROSS_DAY,
    ACROSS_PLACE,
    ACROSS_FIGURE,
    ACROSS_NAME,
    /** Flag: the first places are the same. */
    FIRST_PLACE,
    /** Flag: one of them names no place. */
    PLACES_UNKNOWN,
    /** Flag: the countries that both name most are the same. */
    FIRST_COUNTRY,
    /** Logarithm of one and the days between their publications. */
    PUBLISHED_APART,
    /** Flag: they were published so far apart that one follows the other up. */
    PUBLISHED_LATE,
    /** Flag: the day on which one was published is unknown. */
    PUBLISHED_UNKNOWN,
    /** Logarithm of one and the days between the events, told or of the publication. */
    EVENT_APART,
    /** Flag: the day of both events is the same. */
    EVENT_SAME_DAY,
    /** Flag: both tell the day of the event, and these are more than three days apart. */
    DAYS_DIFFER,
    /** Logarithm of one and the days between the events in any year. */
    SEASON_APART,
    /** Flag: a day without a year is not that of the other. */
    UNDATED_APART,
    /** Flag: both tell the day of the event of both. */
    DAY_OF_BOTH,
    /** Logarithm of one and the days that both tell before the one that they share. */
    DAY_TOLD_LATE,
    /** Days that both tell, as a share of those of the one that tells fewer. */
    DAYS_SHARE,
    /** How rare the rarest name is that both have and that is of no group and no affair. */
    OWN_NAME,
    /** Names of affairs, wars and offices that both have, up to three. */
    AFFAIR_NAMES,
    /** The most parts of the year in which a name is told that both have, up to ten. */
    NAME_PARTS,
    /** Flag: both have a name that is one of the first. */
    FIRST_NAME,
    /** Flag: both have names, and none is the same. */
    NAMES_DIFFER,
    /** Figures that both tell, as a share of those of the one that tells fewer. */
    FIGURES_SHARE,
    /** Flag: both tell figures, and none is the same. */
    FIGURES_DIFFER,
    /** Logarithm of how many times one quantity of the same goods is the other, if none is the same, up to three. */
    GOODS_DIFFER,
    /** Logarithm of one and the counts of people of which none is the same. */
    PEOPLE_DIFFER,
    /** Weight of the rarest figure that likely counts all of the event in both. */
    WHOLE_SAME,
    /** As GOODS_DIFFER, of figures that likely count all of the event. */
    WHOLE_GOODS_DIFFER,
    /** Parts of people of which both likely count all, and not the same number. */
    WHOLE_PEOPLE_DIFFER,
    /** Numbers that both tell, as a share of those of the one that tells fewer. */
    NUMBERS_SHARE,
    /** The cosine of the concepts that both tell, each as much as it is rare. */
    CONCEPTS_SHARE,
    /** The same, if the languages differ. */
    ACROSS_CONCEPTS,
    /** How rare the rarest concept is that both tell and at least one in its headline. */
    TITLE_CONCEPT,
    /** How rare the rarest goods are that both tell, as for the next three. */
    SAME_GOODS,
    SAME_SITE,
    SAME_PEOPLE,
    SAME_NATION,
    /** Flag: both tell goods, and none are the same, as for the next two. */
    OTHER_GOODS,
    OTHER_SITE,
    OTHER_NATION,
    /** Flag: their main topics are the same. */
    FIRST_TOPIC,
    /** Reports of the two that have no topic. */
    TOPICS_UNKNOWN,
    /** Share of the two that is mainly about corruption, which courts and the press tell of for years. */
    CORRUPTION,
    /** Comments, speeches and an agency's own affairs of the two. */
    STATEMENTS,
    /** Overviews of the two. */
    OVERVIEWS,
    /** The lesser of the probabilities that either tells of one incident. */
    SINGLE,
    /** Flag: one of them follows up an incident. */
    FOLLOW_UP_ONE,
    /** Flag: both follow up an incident. */
    FOLLOW_UP_BOTH,
    /** Flag: both are of one outlet. */
    SAME_OUTLET,
    /** Flag: both are of one outlet and day. */
    SAME_OUTLET_AND_DAY,
    /** How many kinds of keys that do not depend on each other speak for it: days, places, figures, names, words. */
    KINDS,
    /** The same beyond two. */
    MANY_KINDS
}
