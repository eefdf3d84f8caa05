package org.lintas.place;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.schemas.PlaceKind;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.Printable;
import org.lintas.text.Sha256;
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

    private static final String ANY = "any";
    private static final String COLUMNS = "place, country, kind, language, name, latitude, longitude";
    private static final int WIDTH = 7;
    private static final int MAX_NAME = 200;
    private static final int VERSION_DIGITS = 12;
    private static final double MOST_NORTH = 90;
    private static final double MOST_EAST = 180;
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
     * @throws IllegalArgumentException naming the line that is wrong and what is wrong with it
     */
    public static OwnPlaces parse(List<String> lines) {
        var kept = new ArrayList<String>();
        Map<String, Line> places = new HashMap<>();
        Map<String, Line> names = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).replace("\uFEFF", "");
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            Line line = Line.read(i + 1, text);
            Line same = places.putIfAbsent(line.place.name(), line);
            if (same != null && !same.place.equals(line.place)) {
                throw line.wrong("'" + Printable.beginning(line.place.name())
                        + "' has another country, kind or point in line " + same.number);
            }
            Line other = names.putIfAbsent(line.language + '\t' + FoldedText.of(line.alias), line);
            if (other != null) {
                throw line.wrong("'" + Printable.beginning(line.alias) + "' is a name of '"
                        + Printable.beginning(other.place.name()) + "' in line " + other.number);
            }
            if (kept.size() == MAX_LINES) {
                throw line.wrong(String.format(Locale.ROOT, "more than %,d names; shorten the list", MAX_LINES));
            }
            kept.add(text);
        }
        return new OwnPlaces(List.copyOf(kept));
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
        for (int i = 0; i < lines.size(); i++) {
            Line line = Line.read(i + 1, lines.get(i));
            if (line.language.equals(ANY) || line.language.equals(language.code())) {
                places.put(line.alias, line.place);
            }
        }
        return places;
    }

    /** A line, whose place is that of the table where it is known there. */
    private record Line(int number, Places.Place place, String language, String alias) {

        static Line read(int number, String text) {
            String[] cells = text.split("\t", -1);
            if (cells.length != WIDTH) {
                throw wrong(number, "has " + cells.length + " columns; give " + COLUMNS + ", separated by tabs");
            }
            var place = new Places.Place(
                    TextNormaliser.line(cells[0]),
                    cells[1].strip(),
                    cells[2].strip(),
                    degrees(number, "latitude", cells[5].strip(), MOST_NORTH),
                    degrees(number, "longitude", cells[6].strip(), MOST_EAST));
            var line = new Line(number, place, cells[3].strip(), TextNormaliser.line(cells[4]));
            line.check();
            return new Line(number, line.known(), line.language, line.alias);
        }

        private void check() {
            if (place.name().isEmpty() || place.name().length() > MAX_NAME) {
                throw wrong("give a place of 1 to " + MAX_NAME + " characters");
            }
            if (!COUNTRIES.contains(place.country())) {
                throw wrong("country '" + Printable.beginning(place.country())
                        + "' is unknown; give a code of ISO 3166-1 such as KH");
            }
            if (Stream.of(PlaceKind.values()).noneMatch(kind -> kind.name().equals(place.kind()))) {
                throw wrong("kind '" + Printable.beginning(place.kind()) + "' is unknown; give one of "
                        + Stream.of(PlaceKind.values()).map(PlaceKind::name).collect(Collectors.joining(", ")));
            }
            if (!language.equals(ANY) && Language.of(language).isEmpty()) {
                throw wrong("language '" + Printable.beginning(language) + "' is unknown; give one of "
                        + Stream.of(Language.values()).map(Language::code).collect(Collectors.joining(","))
                        + ", or " + ANY);
            }
            long letters = alias.codePoints().filter(Character::isLetterOrDigit).count();
            if (letters < 2 || alias.length() > MAX_NAME || alias.contains("*")) {
                throw wrong("'" + Printable.beginning(alias) + "' is no name of 2 letters to " + MAX_NAME
                        + " characters, without *");
            }
            if ((place.latitude() == null) != (place.longitude() == null)) {
                throw wrong("give both latitude and longitude, or - for both");
            }
        }

        /** The place as the table has it, if it does. */
        private Places.Place known() {
            Optional<Places.Place> known = Places.of(place.name());
            known.filter(other -> !isSame(other)).ifPresent(other -> {
                throw wrong("'" + place.name() + "' is a " + other.kind() + " of " + other.country()
                        + " in the table of Lintas; give these, with - for its point, or another place");
            });
            return known.orElse(place);
        }

        private boolean isSame(Places.Place other) {
            boolean isSamePoint = place.latitude() == null
                    || (place.latitude().equals(other.latitude())
                            && place.longitude().equals(other.longitude()));
            return place.country().equals(other.country()) && place.kind().equals(other.kind()) && isSamePoint;
        }

        private static Double degrees(int number, String column, String text, double most) {
            if (text.equals("-")) {
                return null;
            }
            try {
                double degrees = Double.parseDouble(text);
                if (Math.abs(degrees) <= most) {
                    return degrees;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(outside(number, column, text, most), e);
            }
            throw new IllegalArgumentException(outside(number, column, text, most));
        }

        private static String outside(int number, String column, String text, double most) {
            return "line " + number + ": " + column + " '" + Printable.beginning(text) + "': give degrees from -"
                    + (int) most + " to " + (int) most + ", or -";
        }

        IllegalArgumentException wrong(String what) {
            return wrong(number, what);
        }

        private static IllegalArgumentException wrong(int number, String what) {
            return new IllegalArgumentException("line " + number + ": " + what);
        }
    }
}
