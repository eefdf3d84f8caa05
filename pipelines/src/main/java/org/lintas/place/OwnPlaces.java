package org.lintas.place;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lintas.schemas.PlaceKind;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.Printable;
import org.lintas.text.Sha256;
import org.lintas.text.TabbedLine;
import org.lintas.text.TextNormaliser;

/**
 * Places that a user adds to the table of Lintas, a line for each of their names: place, country, kind, language, name, latitude, longitude, separated
 * by tabs. {@code #} starts a comment line. The place is its English name and the key; one of the table gets further names. The language is a code, or
 * {@code any}. Degrees are WGS 84; {@code -} stands for a point that is not known, or is that of the table.
 */
public final class OwnPlaces implements Serializable {

    /** All lines are held by every task. */
    static final int MAX_LINES = 100_000;

    private static final long serialVersionUID = 1;

    private static final String COLUMNS = "place, country, kind, language, name, latitude, longitude";
    private static final int MAX_NAME = 200;
    private static final int VERSION_DIGITS = 12;
    private static final double MOST_NORTH = 90;
    private static final double MOST_EAST = 180;
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The lines with a name; what they say is read again by each task. */
    private final List<String> lines;

    private OwnPlaces(List<String> lines) {
        this.lines = lines;
    }

    /** No place beside those of the table. */
    public static OwnPlaces none() {
        return new OwnPlaces(List.of());
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException naming the line that is wrong and what is wrong with it, or if it names nothing
     */
    public static OwnPlaces parse(List<String> lines) {
        List<TabbedLine> read = TabbedLine.readSome(lines, COLUMNS, MAX_LINES);
        Map<String, Line> places = new HashMap<>();
        Map<String, Line> names = new HashMap<>();
        for (TabbedLine text : read) {
            Line line = Line.of(text);
            Line same = places.putIfAbsent(line.place.name(), line);
            if (same != null && !same.place.equals(line.place)) {
                throw text.wrong("'" + Printable.beginning(line.place.name())
                        + "' has another country, kind or point in line " + same.number);
            }
            Line other = names.putIfAbsent(line.language + '\t' + FoldedText.of(line.alias), line);
            if (other != null) {
                throw text.wrong("'" + Printable.beginning(line.alias) + "' is a name of '"
                        + Printable.beginning(other.place.name()) + "' in line " + other.number);
            }
        }
        return new OwnPlaces(read.stream().map(TabbedLine::text).toList());
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** SHA-256 of the names in their order, without comments and empty lines; empty for none. */
    public String digest() {
        return isEmpty() ? "" : Sha256.hex(String.join("\n", lines));
    }

    /** Version of the table of places with these, as in the metadata of files: that of the table, {@code +}, the beginning of the digest. */
    public String version() {
        return CountryTagger.PLACES_VERSION + (isEmpty() ? "" : "+" + digest().substring(0, VERSION_DIGITS));
    }

    /** The places by the names that they have in a language. */
    Map<String, Places.Place> byName(Language language) {
        Map<String, Places.Place> places = new LinkedHashMap<>();
        for (TabbedLine text : TabbedLine.read(lines, COLUMNS, MAX_LINES)) {
            Line line = Line.of(text);
            if (line.language.equals(TabbedLine.ANY) || line.language.equals(language.code())) {
                places.put(line.alias, line.place);
            }
        }
        return places;
    }

    /** A line, whose place is that of the table where it is known there. */
    private record Line(int number, Places.Place place, String language, String alias) {

        static Line of(TabbedLine text) {
            String name = TextNormaliser.line(text.cells().get(0));
            if (name.isEmpty() || name.length() > MAX_NAME) {
                throw text.wrong("give a place of 1 to " + MAX_NAME + " characters");
            }
            String country = text.cells().get(1);
            if (!COUNTRIES.contains(country)) {
                throw text.wrong("country '" + Printable.beginning(country)
                        + "' is unknown; give a code of ISO 3166-1 such as KH");
            }
            String kind = text.kind(2, PlaceKind.values());
            String language = text.language(3);
            String alias = TextNormaliser.line(text.cells().get(4));
            long letters = alias.codePoints().filter(Character::isLetterOrDigit).count();
            if (letters < 2 || alias.length() > MAX_NAME || alias.contains("*")) {
                throw text.wrong("'" + Printable.beginning(alias) + "' is no name of 2 letters to " + MAX_NAME
                        + " characters, without *");
            }
            Double latitude = degrees(text, "latitude", 5, MOST_NORTH);
            Double longitude = degrees(text, "longitude", 6, MOST_EAST);
            if ((latitude == null) != (longitude == null)) {
                throw text.wrong("give both latitude and longitude, or - for both");
            }
            var place = new Places.Place(name, country, kind, latitude, longitude);
            return new Line(text.number(), known(text, place), language, alias);
        }

        /** The place as the table has it, if it does. */
        private static Places.Place known(TabbedLine text, Places.Place place) {
            Optional<Places.Place> known = Places.of(place.name());
            known.filter(other -> !isSame(place, other)).ifPresent(other -> {
                throw text.wrong("'" + place.name() + "' is a " + other.kind() + " of " + other.country()
                        + " in the table of Lintas; give these, with - for its point, or another place");
            });
            return known.orElse(place);
        }

        private static boolean isSame(Places.Place place, Places.Place known) {
            boolean isSamePoint = place.latitude() == null
                    || (place.latitude().equals(known.latitude())
                            && place.longitude().equals(known.longitude()));
            return place.country().equals(known.country()) && place.kind().equals(known.kind()) && isSamePoint;
        }

        private static Double degrees(TabbedLine text, String name, int column, double most) {
            String cell = text.cells().get(column);
            if (cell.equals("-")) {
                return null;
            }
            if (!DEGREES.matcher(cell).matches() || Math.abs(Double.parseDouble(cell)) > most) {
                throw text.wrong(name + " '" + Printable.beginning(cell) + "': give degrees from -" + (int) most
                        + " to " + (int) most + ", or -");
            }
            return Double.valueOf(cell);
        }
    }
}
