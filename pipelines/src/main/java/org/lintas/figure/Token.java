package org.lintas.figure;

/**
 * A word or number that may be part of a figure.
 *
 * @param start first UTF-16 unit in the text
 * @param end unit after the last
 * @param code what it means: a currency, a unit, goods, the part of people in a case; empty if the kind says all
 * @param value of a number its value, of a magnitude or a unit the factor of a number
 */
record Token(Kind kind, int start, int end, String code, double value) {

    /** Role of a token in a figure. */
    enum Kind {
        NUMBER,
        MAGNITUDE,
        CURRENCY,
        UNIT,
        GOODS,
        /** Goods that are counted without a unit: two rifles. */
        ITEM,
        /** A word for people, by which they are counted. */
        PERSON,
        /** A word for people that states their part: suspects. */
        PART,
        /** A word that states the part of the people counted after it: arrested three men. */
        BEFORE,
        /** A word that states the part of the people counted before it: three men were arrested. */
        AFTER,
        /** A word that states the part of the people counted on either side of it. */
        AROUND,
        /** A word between two numbers that makes them a range. */
        RANGE,
        /** A word that may be between a number and what it counts. */
        LINK,
        /** A word between a number and what it does not count: two years after men came. */
        STOP,
        /** A word that makes the number after it a name: year 64, section 5. */
        LABEL,
        /** A longer word that contains one of the others and is none of them. */
        IGNORE
    }

    boolean is(Kind any) {
        return kind == any;
    }

    /** Whether it states the part of people counted after it. */
    boolean statesPartOfFollowing() {
        return kind == Kind.BEFORE || kind == Kind.AROUND;
    }

    /** Whether it states the part of people counted before it. */
    boolean statesPartOfPreceding() {
        return kind == Kind.AFTER || kind == Kind.AROUND;
    }
}
