package org.lintas.archive.warc;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header line of an ARC record (Burner and Kahle 1996): URL, IP address, date, media type and length; version 2 has
 * five more fields before the length.
 */
record ArcLine(String target, String date, String mediaType, String length) {

    private static final int FIELDS = 5;
    private static final int FIELDS_OF_VERSION_2 = 10;
    private static final Pattern TARGET = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,19}:\\S.*");
    private static final Pattern IP = Pattern.compile("[0-9A-Fa-f.:]{3,45}|-");
    private static final Pattern DATE = Pattern.compile("\\d{12,18}");
    private static final Pattern LENGTH = Pattern.compile("-?\\d{1,15}");

    /**
     * Parses a line; empty if there are too few fields. Fields are counted from the right, since URLs may contain
     * spaces.
     */
    static Optional<ArcLine> parse(String line) {
        Optional<ArcLine> second = parse(line, FIELDS_OF_VERSION_2).filter(fields -> isDate(fields.date));
        return second.isPresent() ? second : parse(line, FIELDS);
    }

    private static Optional<ArcLine> parse(String line, int count) {
        var fields = new String[count];
        int end = line.length();
        for (int i = count - 1; i > 0; i--) {
            int space = line.lastIndexOf(' ', end - 1);
            if (space <= 0) {
                return Optional.empty();
            }
            fields[i] = line.substring(space + 1, end);
            end = space;
        }
        return Optional.of(new ArcLine(line.substring(0, end), fields[2], fields[3], fields[count - 1]));
    }

    /** Whether a line is unambiguously a header line and not text. */
    static boolean opensRecord(String line) {
        if (!TARGET.matcher(line).matches()) {
            return false;
        }
        if (line.startsWith("filedesc:")) {
            return true;
        }
        Optional<ArcLine> fields = parse(line);
        if (fields.isEmpty()
                || !isDate(fields.get().date)
                || !LENGTH.matcher(fields.get().length).matches()) {
            return false;
        }
        String rest = line.substring(fields.get().target.length() + 1);
        return IP.matcher(rest.substring(0, rest.indexOf(' '))).matches();
    }

    private static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }
}
