package org.lintas.incident;

/**
 * What tells whether two reports are of one incident when the others are known that are linked to them: likelihoods of pairs, each by what its two reports tell. Of
 * two values, one for each report, the lower is one feature and the higher another. The last two say how many reports there are of the same days.
 */
enum CollectiveFeature {
    /** How likely they are of one incident by what both tell. */
    ALONE,
    /** 1 if both tell a place, a figure, a name, a number or words, which tell incidents of one kind on one day apart. */
    DISTINCT,
    /** 1 if both tell a day, a place, a figure, a name or a number, or nearly all words are the same: others are those of crimes of one kind. */
    OF_ONE,
    /** 1 if both tell more than a place and a day, on which there are many incidents. */
    OF_FEW,
    /** How likely each of the others is of one incident with both, as if the two likelihoods were independent: the sum. */
    SUPPORT,
    /** The highest of it. */
    SUPPORT_FIRST,
    /** The second highest of it. */
    SUPPORT_SECOND,
    /** How likely each of the others is of one incident with one of them and not with the other, if it is likely with any: the sum. */
    AGAINST,
    /** The highest of it. */
    AGAINST_FIRST,
    /** The share of {@link #SUPPORT} in the sum of both. */
    SUPPORT_SHARE,
    /** How likely one is of one incident with what the other is likely with: the mean, or -1 if there is none. */
    SHARED_LOW,
    SHARED_HIGH,
    /** The share of what one is most likely with that the other contradicts, or -1 if there is none. */
    CONTRADICTED_LOW,
    CONTRADICTED_HIGH,
    /** How many others one is most likely with. */
    LIKELY_LOW,
    LIKELY_HIGH,
    /** How many others one is likelier with than with the other of the two. */
    RANK_LOW,
    RANK_HIGH,
    /** How likely one is with the one of the others that it is likeliest with. */
    BEST_LOW,
    BEST_HIGH,
    /** Logarithm of one and the number of reports of the corpus that tell the day of either event, the more; 0 if neither has one. */
    REPORTS_OF_DAY,
    /** The same of reports of a country that both name, of the day or the one before. */
    REPORTS_OF_COUNTRY_AND_DAY
}
