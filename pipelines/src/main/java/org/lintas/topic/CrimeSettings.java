package org.lintas.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lintas.text.Language;

/** Words that indicate the kind of text: a police report, a trial, a film, a match, history, lawful trade, a figure of speech. */
final class CrimeSettings {

    /** Prefix of the name of a setting where it is used like a topic. */
    private static final String MARK = "~";

    private static final CrimeSettings INSTANCE = read();

    private final List<String> names;
    private final Map<Language, List<Taxonomy.Term>> terms;

    private CrimeSettings(List<String> names, Map<Language, List<Taxonomy.Term>> terms) {
        this.names = names;
        this.terms = terms;
    }

    static CrimeSettings get() {
        return INSTANCE;
    }

    /** Names of the settings, as used like topics. */
    List<String> names() {
        return names;
    }

    static boolean isSetting(String topic) {
        return topic.startsWith(MARK);
    }

    /** The words of a language, of all settings. */
    List<Taxonomy.Term> terms(Language language) {
        return terms.getOrDefault(language, List.of());
    }

    private static CrimeSettings read() {
        try (InputStream in = CrimeSettings.class.getResourceAsStream("settings.yaml")) {
            JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(in);
            var names = new ArrayList<String>();
            Map<Language, List<Taxonomy.Term>> terms = new EnumMap<>(Language.class);
            root.properties().forEach(setting -> {
                String name = MARK + setting.getKey();
                names.add(name);
                for (Language language : Language.values()) {
                    for (JsonNode word : setting.getValue().path(language.code())) {
                        terms.computeIfAbsent(language, any -> new ArrayList<>())
                                .add(new Taxonomy.Term(language, name, Taxonomy.Kind.CONTEXT, 1, word.asText(), true));
                    }
                }
            });
            return new CrimeSettings(List.copyOf(names), terms);
        } catch (IOException e) {
            throw new UncheckedIOException("settings.yaml", e);
        }
    }
}
