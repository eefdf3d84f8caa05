package org.lintas.report.data;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The names that the taxonomy of the corpus gives its topics. */
public final class TopicNames {

    private final Map<String, String> names;

    private TopicNames(Map<String, String> names) {
        this.names = names;
    }

    static TopicNames of(Statements statements) throws SQLException {
        var names = new HashMap<String, String>();
        statements.query(
                "SELECT topic, name FROM taxonomy", row -> names.put(row.getString("topic"), row.getString("name")));
        return new TopicNames(Map.copyOf(names));
    }

    /** The name of a topic; without one, as in a corpus of an earlier version, its code in words. */
    public String of(String code) {
        String words = code.replace('_', ' ');
        String inWords = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return names.getOrDefault(code, inWords);
    }
}
