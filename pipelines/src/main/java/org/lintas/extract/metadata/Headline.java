package org.lintas.extract.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.lintas.text.LowerCase;
import org.lintas.text.TextNormaliser;

/**
 * Chooses the headline of a page. A page names it several times: in JSON-LD, for OpenGraph and Twitter, in {@code title} and
 * in headings, and the names differ: social networks get a headline of their own, {@code title} ends with the outlet, a
 * heading may be a section's or another article's. The headline that readers see is the heading that another source confirms;
 * where no heading is confirmed it is the first source without the outlet's name.
 */
final class Headline {

    /** Between headline, section and outlet. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s{1,3}(?:[|–—»·•]|-{1,2}|::?)\\s{1,3}|\\s{0,3}[|｜ㅣ丨]\\s{0,3}|(?<=[\\u3000-\\u9FFF])[-–—_]{1,2}(?=[\\u3000-\\u9FFF][^-–—_]{1,11}$)");

    private static final Pattern BAR = Pattern.compile("[|｜ㅣ丨»•]|::");

    /** A shorter part of the outlet's name is an ordinary word. */
    private static final int MIN_NAME = 3;

    /** What follows the last separator is the outlet or a section, if it is no longer. */
    private static final int MAX_SUFFIX = 40;

    /** A heading of fewer letters than this, within a longer title, is a section's. */
    private static final int MIN_LETTERS = 12;

    /** A candidate, and the form of it that is compared. */
    private record Line(String text, String folded) {
        static Line of(String raw) {
            String text = plain(raw);
            return new Line(text, Headline.folded(text));
        }
    }

    private final List<String> names;

    /** @param names of the outlet: its own, its host */
    Headline(List<String> names) {
        this.names = names.stream()
                .map(Headline::folded)
                .filter(name -> name.length() > 1)
                .toList();
    }

    /**
     * The headline.
     *
     * @param jsonLd headlines in JSON-LD
     * @param metas of OpenGraph, Twitter and the like, the best first
     * @param title the {@code title} element, null where there is none
     * @param headings in the order of the page, those of the first level first
     */
    Optional<String> of(List<String> jsonLd, List<String> metas, String title, List<String> headings) {
        List<Line> sources = Stream.of(jsonLd.stream(), metas.stream(), Stream.ofNullable(title))
                .flatMap(source -> source)
                .distinct()
                .map(Line::of)
                .filter(source -> !source.text.isEmpty())
                .distinct()
                .toList();
        List<Line> seen = headings.stream()
                .distinct()
                .map(Line::of)
                .filter(heading -> isLong(heading.text))
                .toList();
        List<Line> bare = sources.stream()
                .map(source -> Line.of(withoutOutlet(source.text, sources, seen)))
                .toList();
        return seen.stream()
                .filter(heading -> isConfirmed(heading, sources, bare))
                .findFirst()
                .or(() -> Stream.concat(bare.stream(), seen.stream())
                        .filter(line -> !names.contains(line.folded))
                        .findFirst())
                .map(Line::text)
                .or(() -> headings.stream()
                        .map(Headline::plain)
                        .filter(h -> !h.isEmpty())
                        .findFirst());
    }

    private boolean isConfirmed(Line heading, List<Line> sources, List<Line> bare) {
        return !names.contains(heading.folded)
                && Stream.concat(bare.stream(), sources.stream())
                        .anyMatch(source -> source.folded.contains(heading.folded));
    }

    private static boolean isLong(String heading) {
        return heading.codePoints()
                                .filter(Character::isLetterOrDigit)
                                .limit(MIN_LETTERS)
                                .count()
                        == MIN_LETTERS
                || heading.codePoints()
                                .filter(Character::isIdeographic)
                                .limit(MIN_LETTERS / 2)
                                .count()
                        == MIN_LETTERS / 2;
    }

    /** A source without the parts before and after the headline: outlet, section, date. */
    private String withoutOutlet(String source, List<Line> sources, List<Line> headings) {
        var starts = new ArrayList<Integer>(List.of(0));
        var ends = new ArrayList<Integer>();
        Matcher separator = SEPARATOR.matcher(source);
        while (separator.find()) {
            ends.add(separator.start());
            starts.add(separator.end());
        }
        ends.add(source.length());
        int last = ends.size() - 1;
        while (last > 0 && isLong(source.substring(0, ends.get(last - 1)))) {
            String head = source.substring(0, ends.get(last - 1));
            String suffix = source.substring(starts.get(last), ends.get(last));
            String between =
                    source.substring(ends.get(last - 1), starts.get(last)).strip();
            if (!isSuffix(head, between, suffix, sources, headings)) {
                break;
            }
            last--;
        }
        int first = last > 0 && isOutlet(folded(source.substring(0, ends.get(0)))) ? 1 : 0;
        return source.substring(starts.get(first), ends.get(last)).strip();
    }

    /**
     * Whether the end of a source is not part of the headline. A bar always separates it; dashes and colons occur in headlines
     * too, so that the outlet's name, another source without the end, or the lack of any other source decides.
     */
    private boolean isSuffix(String head, String separator, String suffix, List<Line> sources, List<Line> headings) {
        String folded = folded(suffix);
        if (folded.isEmpty() || isOutlet(folded)) {
            return true;
        }
        if (suffix.length() > MAX_SUFFIX || headings.stream().anyMatch(heading -> heading.folded.contains(folded))) {
            return false;
        }
        String bare = folded(head);
        return BAR.matcher(separator).matches()
                || (sources.size() == 1 && !separator.equals(":"))
                || Stream.concat(sources.stream(), headings.stream()).anyMatch(other -> other.folded.equals(bare));
    }

    private boolean isOutlet(String folded) {
        return names.stream()
                .anyMatch(name -> name.equals(folded)
                        || (folded.length() > MIN_NAME && name.startsWith(folded))
                        || (name.length() > MIN_NAME && folded.startsWith(name)));
    }

    /** Letters and digits only, lower case. */
    static String folded(String text) {
        var out = new StringBuilder(text.length());
        LowerCase.of(text)
                .codePoints()
                .filter(cp -> Character.isLetterOrDigit(cp)
                        || Character.getType(cp) == Character.NON_SPACING_MARK
                        || Character.getType(cp) == Character.COMBINING_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static String plain(String raw) {
        String text = Objects.requireNonNullElse(raw, "");
        return TextNormaliser.line(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
    }
}
