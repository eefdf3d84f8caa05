package org.lintas.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many reports of the corpus tell the day of the event of one of two reports: what two have in common says little where many incidents of the kind happen on a day.
 *
 * @param all those that tell the day, of two days the more; 0 if neither event has a day
 * @param ofCountry those of a country that both name, and of the day or the one before, the most; 0 if there is none
 */
record ReportsOfDay(int all, int ofCountry) {

    static ReportsOfDay of(Report a, Report b, Frequencies frequencies) {
        List<String> countries = new ArrayList<>(Keys.countriesOfDay(a));
        countries.retainAll(Keys.countriesOfDay(b));
        int all = 0;
        int ofCountry = 0;
        for (OptionalInt event : List.of(a.day(), b.day())) {
            if (event.isPresent()) {
                int day = event.getAsInt();
                all = Math.max(all, frequencies.count(Keys.day(day)));
                for (String country : countries) {
                    ofCountry = Math.max(ofCountry, frequencies.count(Keys.countryAndDay(country, day)));
                }
            }
        }
        return new ReportsOfDay(all, ofCountry);
    }
}
