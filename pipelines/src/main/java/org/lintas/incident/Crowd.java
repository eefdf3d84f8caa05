package org.lintas.incident;

import java.util.List;
import java.util.OptionalInt;

/**
 * How many reports there are for which two could be taken: what tells two incidents apart where there are few is shared by many where there is one of the kind each day.
 *
 * @param ofDay those of the day of the event of either, the more; at least 1
 * @param ofCountryAndDay those of a country that both name, and of the day or the one before; at least 1
 */
record Crowd(int ofDay, int ofCountryAndDay) {

    static Crowd of(Report a, Report b, Frequencies frequencies) {
        int ofDay = 1;
        int ofCountryAndDay = 1;
        for (OptionalInt event : List.of(a.day(), b.day())) {
            if (event.isPresent()) {
                int day = event.getAsInt();
                ofDay = Math.max(ofDay, frequencies.count(Keys.day(day)));
                for (String country : a.countries()) {
                    if (b.countries().contains(country)) {
                        ofCountryAndDay =
                                Math.max(ofCountryAndDay, frequencies.count(Keys.countryAndDay(country, day)));
                    }
                }
            }
        }
        return new Crowd(ofDay, ofCountryAndDay);
    }
}
