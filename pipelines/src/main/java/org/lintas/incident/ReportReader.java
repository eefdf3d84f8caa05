package org.lintas.incident;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lintas.dedup.text.Tokens;
import org.lintas.extract.dates.EventDays;
import org.lintas.extract.dates.EventMonths;
import org.lintas.figure.FigureFinder;
import org.lintas.incident.fact.FactModels;
import org.lintas.record.ArticleReport;
import org.lintas.record.CountryMention;
import org.lintas.record.Draft;
import org.lintas.record.Drafts;
import org.lintas.record.EntityMention;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.EntityKind;
import org.lintas.schemas.EntityOrigin;
import org.lintas.schemas.Genre;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;
import org.lintas.text.Script;
import org.lintas.topic.passage.TokenVectors;

/** Takes from a labelled article what it tells of an incident: days, places, figures, names, and what its opening is about. For one thread. */
public final class ReportReader {

    /** Written into the file metadata of every dataset that depends on incidents. */
    public static final String VERSION = "incidents-26";

    /** Headline and opening, in UTF-16 units; a Chinese character says as much as three letters. */
    private static final int OPENING = 900;

    private static final int CHINESE_SHARE = 3;

    /** Digits with groups of three; no part of a date, a time, a decimal or a code. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{Nd}\\p{Lu}][-/:.,]?|[-/:.,])\\p{Nd}{1,3}(?:[.,]?\\p{Nd}{3}){0,4}(?![-/:.,]?\\p{Nd})");

    private static final Pattern SEPARATOR = Pattern.compile("[.,]");
    private static final int MIN_NUMBER = 32;
    private static final int MAX_DIGITS = 9;
    private static final int MAX_NUMBERS = 12;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int BUDDHIST = 543;
    private static final int MONTHS_OF_YEAR = 12;

    /** Genres of texts whose names, places and days are those of their author or of an affair. */
    private static final Set<String> STATEMENTS = Stream.of(
                    Genre.opinion, Genre.agency, Genre.campaign, Genre.law, Genre.history)
            .map(Genre::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final int MAX_MONTHS = 4;
    private static final int MAX_NAMES = 16;
    private static final int MAX_WORDS = 160;
    private static final int MAX_CONCEPTS = 24;

    /** Shorter names in scripts without spaces are common ones. */
    private static final int SHORTEST_UNSPACED = 5;

    private final FigureFinder figures = new FigureFinder();
    private final TokenVectors vectors = TokenVectors.load();
    private final ReportVectors meanings = new ReportVectors(vectors);
    private final EventFacts facts = new EventFacts(vectors);
    private final Map<Language, EventMonths> months = new EnumMap<>(Language.class);

    /**
     * The report of an article: of one with topics, and of one that may tell of a single event, which may be the same incident told in other words. None
     * in a language that is not supported.
     */
    public Optional<ArticleReport> read(Draft draft) {
        return read(draft, false);
    }

    /** The report of an article that an earlier corpus has in an incident; none in a language that is not supported. */
    Optional<ArticleReport> readKnown(Draft draft) {
        return read(draft, true);
    }

    private Optional<ArticleReport> read(Draft draft, boolean isKnown) {
        boolean hasTopics = !draft.getTopics().isEmpty();
        return Language.of(draft.getLanguage()).flatMap(language -> {
            EventFacts.Outline outline = facts.outline(draft, language);
            return hasTopics || isKnown || FactModels.isRead(outline.single())
                    ? Optional.of(read(hasTopics ? draft : withFigures(draft), language, outline))
                    : Optional.empty();
        });
    }

    /** Figures are found before in articles with a topic only. */
    private Draft withFigures(Draft draft) {
        return Drafts.with(draft, labelled -> labelled.setFigures(figures.find(draft)));
    }

    private ArticleReport read(Draft draft, Language language, EventFacts.Outline outline) {
        String title = EventFacts.title(draft);
        String text = draft.getText();
        String opening = opening(language, text);
        Optional<LocalDate> published = EventFacts.published(draft);
        Map<Meaning, ByteBuffer> parts = meanings.of(language, title, text);
        EventFacts.Told told = facts.read(draft, language, outline, opening.length());
        Optional<LocalDate> event = told.day().map(EventFacts.LikelyDay::date);
        ReportWords words = ReportWords.of(language);
        Set<ReportWords.Kind> head = words.in(title + "\n" + Sentences.first(opening));
        Concepts concepts = Concepts.of(language);
        Set<String> titleConcepts = concepts.in(title);
        return ArticleReport.newBuilder()
                .setArticleId(draft.getArticleId())
                .setLanguage(draft.getLanguage())
                .setTitle(draft.getTitle())
                .setOutlets(outlets(draft))
                .setPublishedDay(published.map(day -> (int) day.toEpochDay()).orElse(null))
                .setPublishedAt(draft.getPublishedAt())
                .setTopics(topics(draft, Grade.main))
                .setMentions(topics(draft, Grade.mention))
                .setEventDay(event.or(() -> published)
                        .map(day -> (int) day.toEpochDay())
                        .orElse(null))
                .setEventPrecision(event.isPresent() ? "told" : "published")
                .setEventLikely(told.day().map(EventFacts.LikelyDay::likely).orElse(0d))
                .setDays(numbers(told.days(), event))
                .setMonths(months(language, title + "\n" + opening, published))
                .setPlaces(told.places())
                .setIsPlaced(FactModels.isPlace(told.placeLikely()))
                .setPlaceLikely(told.placeLikely())
                .setCountries(draft.getCountries().stream()
                        .sorted(Comparator.comparingInt(CountryMention::getMentions)
                                .reversed()
                                .thenComparing(CountryMention::getCountry))
                        .map(CountryMention::getCountry)
                        .toList())
                .setCounts(told.counts())
                .setTitleCounts(told.titleCounts())
                .setNames(names(draft, language))
                .setNumbers(numbersOf(title + "\n" + opening))
                .setTitleConcepts(List.copyOf(titleConcepts))
                .setConcepts(Stream.concat(
                                concepts.in(opening).stream()
                                        .filter(concept -> !titleConcepts.contains(concept))
                                        .limit(MAX_CONCEPTS),
                                countriesIn(opening, draft))
                        .toList())
                .setWords(words(title + "\n" + opening))
                .setVector(parts.get(Meaning.OPENING))
                .setTitleVector(parts.get(Meaning.TITLE))
                .setBeginningVector(parts.get(Meaning.BEGINNING))
                .setSingle(told.single())
                .setIsFollowUp(told.isFollowUp())
                .setIsStatement(draft.getGenre() != null && STATEMENTS.contains(draft.getGenre()))
                .setIsOverview(words.in(title.isEmpty() ? Sentences.first(opening) : title)
                                .contains(ReportWords.Kind.OVERVIEW)
                        || (head.contains(ReportWords.Kind.OVERVIEW) && event.isEmpty()))
                .build();
    }

    /** The beginning of a text that is read for days, places and meaning. */
    static String opening(Language language, String text) {
        int length = language.script() == Script.HAN ? OPENING / CHINESE_SHARE : OPENING;
        return text.substring(0, Math.min(text.length(), length));
    }

    /** Countries that the opening names, and those that the headline alone does, as concepts. */
    private static Stream<String> countriesIn(String opening, Draft draft) {
        int end = opening.codePointCount(0, opening.length());
        return draft.getCountries().stream()
                .filter(country -> country.getMentions() > 0 && country.getFirstOffset() < end)
                .sorted(Comparator.comparingInt(CountryMention::getFirstOffset)
                        .thenComparing(CountryMention::getCountry))
                .map(country -> Concepts.ofCountry(country.getCountry()));
    }

    /** The day of the event, then the others in their order. */
    private static List<Integer> numbers(List<EventDays.Told> told, Optional<LocalDate> event) {
        var numbers = new LinkedHashSet<Integer>();
        event.ifPresent(day -> numbers.add((int) day.toEpochDay()));
        told.stream()
                .filter(day -> !day.isBound())
                .map(day -> day.date().map(date -> (int) date.toEpochDay()).orElseGet(() -> withoutYear(day.day())))
                .forEach(numbers::add);
        return List.copyOf(numbers);
    }

    private List<Integer> months(Language language, String opening, Optional<LocalDate> published) {
        return published
                .map(day -> months.computeIfAbsent(language, EventMonths::of).in(opening, day).stream()
                        .map(ReportReader::month)
                        .limit(MAX_MONTHS)
                        .toList())
                .orElse(List.of());
    }

    static int month(YearMonth month) {
        return MONTHS_OF_YEAR * month.getYear() + month.getMonthValue();
    }

    /** Negative, as no day of the news is. */
    static int withoutYear(MonthDay day) {
        return -(100 * day.getMonthValue() + day.getDayOfMonth());
    }

    private static List<String> outlets(Draft draft) {
        String own = Optional.ofNullable(draft.getSource()).orElse(draft.getUrlHost());
        return Stream.concat(Stream.ofNullable(own), draft.getOutlets().stream().sorted())
                .distinct()
                .toList();
    }

    private static List<String> topics(Draft draft, Grade grade) {
        return draft.getTopics().stream()
                .filter(label -> label.getGrade().equals(grade.name()))
                .sorted(Comparator.comparingDouble(TopicLabel::getScore)
                        .reversed()
                        .thenComparing(TopicLabel::getTopic))
                .map(TopicLabel::getTopic)
                .toList();
    }

    private static List<String> names(Draft draft, Language language) {
        Set<String> names = new LinkedHashSet<>();
        for (EntityMention mention : draft.getEntities()) {
            String name = mention.getNormalisedName();
            if (mention.getEntityId() != null && !isWatchedPerson(mention)) {
                // Police and courts are named in reports of all incidents of a country.
                if (!mention.getKind().equals(EntityKind.organisation.name())) {
                    names.add(mention.getEntityId());
                }
            } else if (name.indexOf(' ') > 0
                    || (!language.script().hasWordSpaces() && name.length() >= SHORTEST_UNSPACED)
                    || language.script() == Script.HAN) {
                names.add(name);
            }
        }
        return names.stream().limit(MAX_NAMES).toList();
    }

    /** Whether it is a person of a watch list, whose name joins reports as it does without the list. */
    private static boolean isWatchedPerson(EntityMention mention) {
        return mention.getKind().equals(EntityKind.person.name())
                && mention.getOrigin().equals(EntityOrigin.watch_list.name());
    }

    /** Numbers in digits of any script, with separators of thousands, from the smallest that is no day of a month or hour on. */
    private static List<Integer> numbersOf(String opening) {
        return NUMBER.matcher(opening)
                .results()
                .map(match -> SEPARATOR.matcher(match.group()).replaceAll(""))
                .filter(digits -> digits.length() < MAX_DIGITS)
                .map(ReportReader::value)
                .filter(number -> number >= MIN_NUMBER
                        && (number < FIRST_YEAR || number > LAST_YEAR)
                        && (number < FIRST_YEAR + BUDDHIST || number > LAST_YEAR + BUDDHIST))
                .distinct()
                .limit(MAX_NUMBERS)
                .toList();
    }

    private static int value(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = 10 * value + Character.digit(digits.charAt(i), 10);
        }
        return value;
    }

    private static ByteBuffer words(String opening) {
        Tokens tokens = Tokens.of(opening);
        int[] sorted = IntStream.range(0, tokens.size())
                .map(tokens::at)
                .distinct()
                .limit(MAX_WORDS)
                .sorted()
                .toArray();
        var bytes = ByteBuffer.allocate(sorted.length * Integer.BYTES);
        for (int word : sorted) {
            bytes.putInt(word);
        }
        return bytes.flip();
    }
}
