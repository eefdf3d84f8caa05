package org.lintas.extract.maintext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The markup of an article that a page holds only as data, for its scripts to put in place: Next.js sends rows of React's
 * format in calls of {@code self.__next_f.push}, where a row {@code 24:T1b7b,…} is a text of so many bytes.
 */
public final class StreamedMarkup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "self.__next_f.push([1,";
    private static final String END = "])";
    private static final Pattern TEXT_ROW = Pattern.compile("(?<![\\w:])[0-9a-f]{1,6}:T([0-9a-f]{1,6}),");
    private static final Pattern PARAGRAPH = Pattern.compile("<p[\\s>]");

    /** Longer data, in UTF-16 units, are not read. */
    private static final int MAX_DATA = 4 << 20;

    private static final int HEXADECIMAL = 16;

    private StreamedMarkup() {}

    /** The longest text with paragraphs among the data of a page. */
    public static Optional<String> of(Document page) {
        var rows = new StringBuilder();
        for (Element script : page.getElementsByTag("script")) {
            String data = script.data().strip();
            if (data.startsWith(CALL) && data.endsWith(END) && rows.length() + data.length() <= MAX_DATA) {
                rows.append(string(data.substring(CALL.length(), data.length() - END.length())));
            }
        }
        String longest = "";
        Matcher row = TEXT_ROW.matcher(rows);
        // Behind each text, so that no character is read twice.
        for (int at = 0; row.find(at); ) {
            String text = text(rows, row.end(), Integer.parseInt(row.group(1), HEXADECIMAL));
            longest =
                    text.length() > longest.length() && PARAGRAPH.matcher(text).find() ? text : longest;
            at = row.end() + text.length();
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
    }

    private static String string(String literal) {
        try {
            return JSON.readValue(literal, String.class);
        } catch (JsonProcessingException e) {
            // Another call of the same name: not a string, so no rows.
            return "";
        }
    }

    private static String text(CharSequence rows, int from, int length) {
        // A character takes one byte or more, so that many characters are enough.
        byte[] bytes = rows.subSequence(from, Math.min(rows.length(), from + length))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.UTF_8);
    }
}
