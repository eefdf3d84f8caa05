package org.lintas.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.report.data.Incidents;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;
import org.lintas.report.html.Text;
import org.lintas.text.WordTable;

/** Formats numbers, codes and names for pages. */
public final class Format {

    private static final int LONGEST_NAME = 160;
    private static final String FIREARM = "firearm";
    private static final double MILLION = 1_000_000;
    private static final List<String> MAGNITUDES = List.of("million", "billion", "trillion");
    private static final Map<String, String> CURRENCIES = WordTable.read(Format.class, "currencies.tsv", 2).stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_IN_WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Format() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A percentage with one decimal; values near 0 or 100 are never rounded to 0 or 100. */
    static String percent(double percent) {
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        if (percent < 100 && percent > 99.9) {
            return "> 99.9 %";
        }
        return String.format(Locale.ROOT, percent == 100 || percent == 0 ? "%.0f %%" : "%.1f %%", percent);
    }

    static String bytes(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%,.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1024.0 / 1024.0);
    }

    /** {@code other_language} as words. */
    static String words(String code) {
        String words = code.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code th} as {@code Thai}. */
    public static String language(String code) {
        return switch (code) {
            case "tl" -> "Filipino";
            default -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        };
    }

    /** {@code TH} as {@code Thailand}. */
    public static String country(String code) {
        return switch (code) {
            case "MM" -> "Myanmar";
            default -> new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        };
    }

    /** Codes of languages as names in one line. */
    static String languages(List<String> codes) {
        return codes.stream().map(Format::language).collect(Collectors.joining(", "));
    }

    /** {@code 2025-10-14} as {@code 14 Oct 2025}. */
    static String day(String iso) {
        return DAY.format(LocalDate.parse(iso));
    }

    /** A day as a word of a sentence: {@code 14 October 2025}. */
    static String dayInWords(String iso) {
        return DAY_IN_WORDS.format(LocalDate.parse(iso));
    }

    /** A town, its place, unless the town's name ends with it, and its country, as far as they are known. */
    static String place(Optional<String> town, Optional<String> place, Optional<String> country) {
        Optional<String> rest =
                place.filter(name -> town.filter(in -> in.endsWith(name)).isEmpty());
        String where = Stream.of(town, rest, country.map(Format::country))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? "–" : where;
    }

    /** {@code 12,500}, {@code 4.25}, {@code 3.2 million}. */
    static String amount(double value) {
        for (int i = MAGNITUDES.size(); i > 0; i--) {
            double unit = MILLION * Math.pow(1000, i - 1);
            if (value >= unit) {
                return decimals(value / unit) + " " + MAGNITUDES.get(i - 1);
            }
        }
        return value >= 1000 ? number(value) : decimals(value);
    }

    private static String decimals(double value) {
        String written = String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.1f", value);
        return written.replaceAll("\\.?0+$", "");
    }

    /** A figure in words: {@code 42.5 kg of methamphetamine}, {@code 230 rescued}, {@code 5 billion Vietnamese dong}. */
    static String figure(Incidents.Figure figure) {
        String quantity = quantity(figure);
        String subject = subject(figure.subject());
        return switch (figure.unit()) {
            case "person" -> quantity + " " + (figure.value() == 1 ? subject : plural(subject));
            case "piece" ->
                FIREARM.equals(figure.subject())
                        ? amount(figure.value()) + (figure.value() == 1 ? " firearm" : " firearms")
                        : quantity + " of " + subject;
            case "kg", "l", "m3", "pack", "carton" -> quantity + " of " + subject;
            default -> figure.subject().equals("money") ? money(quantity, figure.unit()) : quantity + " " + subject;
        };
    }

    /** The number of a figure, with its unit if it has one other than persons or money: {@code 42.5 kg}, {@code 230}. */
    static String quantity(Incidents.Figure figure) {
        String amount = amount(figure.value());
        return switch (figure.unit()) {
            case "kg", "l" -> amount + " " + figure.unit();
            case "m3" -> amount + " m³";
            case "piece", "pack", "carton" -> amount + " " + figure.unit() + (figure.value() == 1 ? "" : "s");
            default -> amount;
        };
    }

    private static String money(String amount, String currency) {
        return amount + " " + (currency.isEmpty() ? "of money, currency unsaid" : currency(currency));
    }

    /** {@code VND} as {@code Vietnamese dong}. */
    static String currency(String code) {
        return Optional.ofNullable(CURRENCIES.get(code)).orElseGet(() -> currencyOfJava(code));
    }

    private static String currencyOfJava(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .map(currency -> currency.getDisplayName(Locale.ENGLISH))
                .orElse(code);
    }

    /** {@code rhino_horn} as words within a sentence. */
    static String subject(String code) {
        return code.equals("lsd") ? "LSD" : code.replace('_', ' ');
    }

    /** Victims and suspects are nouns, the others say what was done: arrested, rescued. */
    static String plural(String people) {
        return people.equals("victim") || people.equals("suspect") ? people + "s" : people;
    }

    /** A headline in its language, linked if its address can be. */
    static Element headline(Optional<String> title, String language, Optional<String> url) {
        Node words = title.map(Format::isolated)
                .orElseGet(() -> Element.of("i", "no headline").with("lang", "en"));
        Element shown = url.filter(Element::isAddress)
                .map(address -> linked(address, words))
                .orElseGet(() -> Element.of("span", words));
        return shown.with("lang", language).with("dir", "auto");
    }

    static Element linked(String address, Node words) {
        return Element.of("a", words).with("href", address).with("rel", "noreferrer noopener nofollow");
    }

    /** A name from the data, isolated because its text direction is unknown; very long names are shortened. */
    static Node isolated(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_NAME;
        return Element.of("bdi", fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + "…");
    }

    static Node plain(String text) {
        return new Text(text);
    }
}
