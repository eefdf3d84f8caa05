package org.lintas.incident;

/** What tells whether a value counts all that happened in an incident when the others are known that its articles tell. */
enum ValueFeature {
    /** How likely it counts all where it is told, at the likeliest place. */
    LIKELIEST,
    /** The same in any outlet, as if outlets were independent. */
    ANY_OUTLET,
    /** The same where exactly this value is told, no rounded or exact form of it. */
    EXACTLY_THIS,
    /** The natural logarithm of it. */
    SIZE,
    /** The natural logarithm of its share of the largest. */
    TO_LARGEST,
    /** The same of the next larger one; 0 if there is none. */
    TO_NEXT,
    /** How many values are larger. */
    LARGER,
    /** How many values are smaller. */
    SMALLER,
    /** How likely a larger one counts all in any outlet, the likeliest of them. */
    LARGER_LIKELY,
    /** How likely a smaller one counts all where it is told, at the likeliest place. */
    SMALLER_LIKELY,
    /** How many articles tell it. */
    ARTICLES,
    /** 1 if the last article of a known day tells it. */
    LATEST,
    /** Days from the last article that tells it to the last of all. */
    SINCE,
    /** Days from the first article that tells it to the first that tells more; 0 if none does. */
    UNTIL_LARGER,
    /** 1 if only headlines tell it. */
    ONLY_HEADLINES,
    /** 1 if another value is its exact form. */
    ROUNDED,
    /** 1 if it counts people. */
    PEOPLE,
    /** 1 if it is an amount of money. */
    MONEY,
    /** 1 if it is told of its subject, not only of the people that other articles may call so. */
    OF_SUBJECT,
    /** 1 if it is told of people that other articles may call so. */
    OF_OTHER
}
