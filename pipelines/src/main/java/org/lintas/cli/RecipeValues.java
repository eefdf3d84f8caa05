package org.lintas.cli;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.corpus.sql.Recipe;
import org.lintas.failure.RunFailure;
import org.lintas.text.Language;
import org.lintas.text.Printable;
import org.lintas.text.latin.NameSpelling;

/**
 * Validates recipe parameters that are codes, numbers or days, or for which the recipe lists its values: a wrong one would give no rows; and spells names by
 * their sound.
 */
final class RecipeValues {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    /** What the meaning of a number names that is at most 1. */
    private static final Pattern SHARE = Pattern.compile("\\b(probability|score|confidence)\\b");

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private RecipeValues() {}

    /**
     * Fails on a value that the recipe cannot have.
     *
     * @throws RunFailure naming the parameter and what it takes
     */
    static void check(CorpusDatabase database, Recipe recipe, Map<String, String> parameters) throws SQLException {
        List<String> topics = database.query("SELECT topic FROM taxonomy ORDER BY topic", row -> row.getString(1));
        for (Recipe.Parameter parameter : recipe.parameters()) {
            String value = parameters.get(parameter.name());
            if (value != null) {
                check(recipe, parameter, value, topics);
            }
        }
    }

    /**
     * What the query is asked with: the sound of a name, any other value as it is.
     *
     * @throws RunFailure naming the parameter if nothing of a name can be spoken
     */
    static String asked(Recipe recipe, String parameter, String value) {
        boolean isName = recipe.parameters().stream()
                .anyMatch(known ->
                        known.name().equals(parameter) && known.meaning().startsWith("name in any script"));
        return isName
                ? new NameSpelling()
                        .of(value)
                        .map(NameSpelling.Spelling::sound)
                        .orElseThrow(() -> RunFailure.usage("--" + parameter + "=" + Printable.of(value)
                                + ": nothing of it can be spoken; give a name, such as \"Chen Zhi\""))
                : value;
    }

    private static void check(Recipe recipe, Recipe.Parameter parameter, String value, List<String> topics) {
        String given = "--" + parameter.name() + "=" + Printable.of(value) + ": ";
        if (value.isBlank()) {
            throw RunFailure.usage(given + "the value is empty; give one, or leave the flag out");
        }
        String meaning = parameter.meaning();
        if (!parameter.values().isEmpty()) {
            check(given, value, parameter.values());
        } else if (meaning.startsWith("code of ")) {
            check(given, value, topics);
        } else if (meaning.startsWith("language of ")) {
            check(given, value, Stream.of(Language.values()).map(Language::code).toList());
        } else if (parameter.name().endsWith("country")) {
            checkCountry(given, value);
        } else {
            switch (recipe.type(parameter).orElse("")) {
                case "INT", "INTEGER", "BIGINT" ->
                    check(WHOLE.matcher(value).matches(), given + "give a whole number, such as ", parameter, "1");
                case "DOUBLE" -> {
                    boolean isShare = SHARE.matcher(meaning).find();
                    check(
                            NUMBER.matcher(value).matches() && !(isShare && Double.parseDouble(value) > 1),
                            given + (isShare ? "give a number from 0 to 1, such as " : "give a number, such as "),
                            parameter,
                            "0.5");
                }
                case "DATE", "TIMESTAMPTZ" -> checkDay(given, value, meaning.startsWith("first day of the month"));
                default -> {
                    // A text may be anything.
                }
            }
        }
    }

    private static void check(boolean isRight, String message, Recipe.Parameter parameter, String example) {
        if (!isRight) {
            throw RunFailure.usage(message + parameter.byDefault().orElse(example));
        }
    }

    private static void check(String given, String value, List<String> codes) {
        if (!codes.contains(value)) {
            throw RunFailure.usage(
                    given + "no such code" + Nearest.hint(value, codes) + "; give one of " + String.join(", ", codes));
        }
    }

    private static void checkCountry(String given, String value) {
        if (!COUNTRIES.contains(value)) {
            String upper = value.toUpperCase(Locale.ROOT);
            throw RunFailure.usage(given + "no such country; give two capital letters of ISO 3166-1, such as "
                    + (COUNTRIES.contains(upper) ? upper : "TH"));
        }
    }

    private static void checkDay(String given, String value, boolean isFirst) {
        LocalDate day;
        try {
            day = LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw RunFailure.usage(given + "is no day; give one such as 2025-11-01");
        }
        if (isFirst && day.getDayOfMonth() != 1) {
            throw RunFailure.usage(given + "is not the first day of a month; give " + day.withDayOfMonth(1));
        }
    }
}
