package org.lintas.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lintas.figure.token.HomeCurrencies;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.figure.token.Vocabulary;
import org.lintas.record.CountryMention;
import org.lintas.record.Draft;
import org.lintas.record.FigureMention;
import org.lintas.text.Language;
import org.lintas.text.OutletCountry;
import org.lintas.text.PerLanguage;

/**
 * Finds amounts of money, quantities of goods and numbers of people in a text. A number counts if it is next to a currency, to
 * a unit with goods near it, or to people with a word for their part near them; all other numbers are ignored.
 */
public final class FigureFinder {

    /** Written into the file metadata of every dataset that depends on figures. */
    public static final String VERSION = "figures-9";

    /** Figures of an article beyond these are left out: such a text is a table. */
    static final int MAX_FIGURES = 200;

    /** The largest magnitude of a number that counts lakhs or millions itself: three thousand lakhs. */
    private static final double LARGEST_OF_LARGE = 10_000;

    /** How much of a text is searched, in UTF-16 units; bounds memory. */
    private static final int MAX_LENGTH = 200_000;

    /** A larger number counts no people whose part is told, but money whose currency is not. */
    private static final double MOST_PEOPLE = 1e8;

    /** Characters that always end a sentence. */
    private static final String STOPS = "\n!?;。！？；។။";

    private static final String MONEY = "money";

    private static final String PEOPLE = "people";

    private static final String PERSON = "person";

    private static final MathContext SIGNIFICANT = new MathContext(14);

    private static final PerLanguage<Vocabulary> VOCABULARIES = new PerLanguage<>(Vocabulary::of);

    /** The figures of an article, in the order of its text; none in languages without a table of words. */
    public List<FigureMention> find(Draft draft) {
        return find(draft, draft.getText());
    }

    /** The figures of the headline of an article, with offsets in it. */
    public List<FigureMention> inTitle(Draft draft) {
        return draft.getTitle() == null ? List.of() : find(draft, draft.getTitle());
    }

    private List<FigureMention> find(Draft draft, String text) {
        List<String> named =
                draft.getCountries().stream().map(CountryMention::getCountry).toList();
        var home = HomeCurrencies.of(OutletCountry.of(draft.getUrlHost(), draft.getSource()), named);
        return Language.of(draft.getLanguage())
                .map(language -> find(language, text, home))
                .orElse(List.of());
    }

    /** The figures of a text from the press of an unknown country. */
    public List<FigureMention> find(Language language, String text) {
        return find(language, text, HomeCurrencies.UNKNOWN);
    }

    private List<FigureMention> find(Language language, String whole, HomeCurrencies home) {
        if (!Vocabulary.knows(language)) {
            return List.of();
        }
        String text = whole.substring(0, Math.min(whole.length(), MAX_LENGTH));
        var words = new TokenText(text, VOCABULARIES.get(language).tokens(text, home), clauseStops(language));
        var totals = new Totals(language, words);
        var context = new AmountContext(language, words, totals);
        var people = new PeopleContext(language, words);
        var figures = new ArrayList<FigureMention>();
        var counted = new ArrayList<Figure>();
        int points = 0;
        int units = 0;
        for (Amount amount : new AmountReader(language, words).amounts()) {
            Optional<Figure> found = context.isName(amount)
                    ? Optional.empty()
                    : money(context, amount)
                            .or(() -> quantity(context, amount))
                            .or(() -> people(words, people, amount))
                            .or(() -> total(words, totals, amount, counted))
                            .filter(figure -> figure.kind().equals(MONEY) || !totals.isBeforeRise(amount));
            if (found.isPresent() && found.get().start() >= units) {
                Figure figure = found.get();
                counted.add(figure);
                points += text.codePointCount(units, figure.start());
                int end = points + text.codePointCount(figure.start(), figure.end());
                figures.add(mention(figure, text, points, end));
                points = end;
                units = figure.end();
            }
            if (figures.size() == MAX_FIGURES) {
                break;
            }
        }
        return figures;
    }

    private static FigureMention mention(Figure figure, String text, int start, int end) {
        return FigureMention.newBuilder()
                .setKind(figure.kind())
                .setSubject(figure.subject())
                .setValue(rounded(figure.value()))
                .setValueHigh(Double.isNaN(figure.high()) ? null : rounded(figure.high()))
                .setUnit(figure.unit())
                .setText(text.substring(figure.start(), figure.end()))
                .setStart(start)
                .setEnd(end)
                .build();
    }

    /** Without rounding errors of multiplication: 68.1 billion, not 68.09999999999999. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(SIGNIFICANT).doubleValue();
    }

    /** A figure found; offsets in UTF-16 units. */
    private record Figure(String kind, String subject, double value, double high, String unit, int start, int end) {}

    private static Optional<Figure> money(AmountContext context, Amount amount) {
        Optional<Token> before = context.currencyBefore(amount);
        Optional<Token> after = context.currencyAfter(amount);
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        Token currency = before.filter(token -> !token.code().isEmpty() && !(context.isRate() && after.isPresent()))
                .or(() -> after)
                .or(() -> before)
                .orElseThrow();
        int end = after.filter(token -> before.isEmpty() || token.code().equals(currency.code()))
                .map(Token::end)
                .orElse(context.end(amount));
        double factor = currency.value();
        if (factor != 1 && context.magnitude(amount) > LARGEST_OF_LARGE) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                MONEY,
                null,
                amount.value() * factor,
                amount.high() * factor,
                currency.code().isEmpty() ? null : currency.code(),
                before.map(Token::start).orElse(context.start(amount)),
                end));
    }

    private static Optional<Figure> quantity(AmountContext context, Amount amount) {
        return context.goods(amount).map(goods -> {
            double factor = goods.unit().is(Kind.UNIT) ? goods.unit().value() : 1;
            return new Figure(
                    "quantity",
                    goods.code(),
                    amount.value() * factor + goods.more(),
                    amount.high() * factor,
                    goods.unit().is(Kind.UNIT) ? goods.unit().code() : "piece",
                    goods.start(),
                    goods.end());
        });
    }

    /** The running total of people or goods that a word, or a figure before it, tells. */
    private static Optional<Figure> total(TokenText words, Totals totals, Amount amount, List<Figure> counted) {
        if (!mayCount(amount)) {
            return Optional.empty();
        }
        int start = amount.start(words);
        int end = totals.end(amount);
        return totals.part(amount)
                .map(part -> new Figure(PEOPLE, part.code(), amount.value(), amount.high(), PERSON, start, end))
                .or(() -> lastCounted(counted, totals.hasPeople(amount))
                        .filter(last -> last.value() < amount.value() && totals.isOfCounted(amount, last.end()))
                        .map(last -> new Figure(
                                last.kind(), last.subject(), amount.value(), amount.high(), last.unit(), start, end)));
    }

    /** The last figure of people, or also of goods that are counted. */
    private static Optional<Figure> lastCounted(List<Figure> counted, boolean isOfPeople) {
        for (int i = counted.size() - 1; i >= 0; i--) {
            Figure figure = counted.get(i);
            if (PERSON.equals(figure.unit()) || (!isOfPeople && "piece".equals(figure.unit()))) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    private static boolean mayCount(Amount amount) {
        return amount.value() == Math.rint(amount.value()) && amount.value() > 0 && amount.value() <= MOST_PEOPLE;
    }

    private static Optional<Figure> people(TokenText words, PeopleContext context, Amount amount) {
        return mayCount(amount)
                ? context.people(amount)
                        .map(people -> new Figure(
                                PEOPLE,
                                people.code(),
                                amount.value() + people.more(),
                                amount.high() + people.more(),
                                PERSON,
                                amount.start(words),
                                people.end()))
                : Optional.empty();
    }

    /** What ends the part of a sentence that an amount is in: in Chinese and Burmese commas do, in Thai, Lao and Khmer a full stop behind a short word does not. */
    private static String clauseStops(Language language) {
        return switch (language) {
            case CHINESE, BURMESE -> STOPS + ".，、၊";
            case THAI, LAO, KHMER -> STOPS;
            default -> STOPS + ".";
        };
    }
}
