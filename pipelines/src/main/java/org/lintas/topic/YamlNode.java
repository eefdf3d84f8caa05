package org.lintas.topic;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lintas.text.Printable;

/**
 * A part of a YAML file: a text, a list, a map, or nothing, of which all three are null.
 *
 * @param line where it begins, from 1
 */
record YamlNode(int line, String text, List<YamlNode> items, List<Entry> entries) {

    /** The deepest file of a taxonomy: a map of languages, lists of terms, and a map for each. */
    private static final int DEEPEST = 5;

    /** No map of a taxonomy has as many. */
    private static final int MOST_KEYS = 50;

    private static final YAMLFactory YAML = new YAMLFactory();

    /**
     * An entry of a map.
     *
     * @param line where its key is, from 1
     */
    record Entry(int line, String key, YamlNode value) {}

    /** A file that cannot be read. */
    static final class Invalid extends Exception {

        private static final long serialVersionUID = 1;

        private final int line;

        Invalid(int line, String what) {
            super(what);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /**
     * Reads a file. What could make it something else than it seems is refused: anchors, aliases, tags, a key that is there twice, a second
     * document.
     *
     * @throws Invalid naming the line
     */
    static YamlNode read(String yaml) throws Invalid {
        try (YAMLParser in = YAML.createParser(yaml)) {
            if (in.nextToken() == null) {
                return new YamlNode(1, null, null, null);
            }
            YamlNode root = node(in, 0);
            if (in.nextToken() != null) {
                throw new Invalid(line(in), "a second document begins; give one");
            }
            return root;
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            // The lines that are not indented say what was expected; the others quote the file.
            String what = e.getOriginalMessage()
                    .lines()
                    .filter(text -> !text.startsWith(" "))
                    .collect(Collectors.joining(": "));
            throw new Invalid(location == null ? 1 : Math.max(1, location.getLineNr()), "is not YAML: " + what);
        } catch (IOException e) {
            throw new Invalid(1, "is not YAML: " + e.getMessage());
        }
    }

    private static YamlNode node(YAMLParser in, int depth) throws IOException, Invalid {
        int line = line(in);
        refuseMarks(in);
        if (depth > DEEPEST) {
            throw new Invalid(line, "is nested too deeply");
        }
        if (in.currentToken() == JsonToken.START_ARRAY) {
            var items = new ArrayList<YamlNode>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(in, depth + 1));
            }
            return new YamlNode(line, null, items, null);
        }
        if (in.currentToken() == JsonToken.START_OBJECT) {
            var entries = new ArrayList<Entry>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                refuseMarks(in);
                int keyLine = line(in);
                String key = in.currentName();
                if (entries.size() == MOST_KEYS) {
                    throw new Invalid(keyLine, "has more than " + MOST_KEYS + " keys");
                }
                for (Entry other : entries) {
                    if (other.key.equals(key)) {
                        throw new Invalid(keyLine, "'" + Printable.beginning(key) + "' is there twice");
                    }
                }
                in.nextToken();
                entries.add(new Entry(keyLine, key, node(in, depth + 1)));
            }
            return new YamlNode(line, null, null, entries);
        }
        return new YamlNode(line, in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText(), null, null);
    }

    private static void refuseMarks(YAMLParser in) throws IOException, Invalid {
        if (in.isCurrentAlias() || in.getObjectId() != null) {
            throw new Invalid(line(in), "has an anchor or an alias (& or *): write it out, or put it in quotes");
        }
        if (in.getTypeId() != null) {
            throw new Invalid(line(in), "has a tag (!): leave it out, or put it in quotes");
        }
    }

    private static int line(YAMLParser in) {
        return in.currentTokenLocation().getLineNr();
    }

    boolean isText() {
        return text != null;
    }

    boolean isList() {
        return items != null;
    }

    boolean isMap() {
        return entries != null;
    }
}
