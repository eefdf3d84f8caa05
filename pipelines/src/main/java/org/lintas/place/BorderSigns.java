package org.lintas.place;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lintas.place.BorderWords.Kind;
import org.lintas.place.BorderWords.Word;
import org.lintas.place.CountryTagger.Mention;
import org.lintas.place.CrimeReport.Span;
import org.lintas.schemas.Genre;

/** What in a report speaks for a crime that crosses a border, and what against it. */
final class BorderSigns {

    /** A sign; its value is a number of words or countries, up to a limit, or 1 where it is there. */
    enum Sign {
        /** Words that say by themselves that a border is crossed, where the crime is told; then elsewhere. */
        CROSS_TOLD,
        CROSS_ELSEWHERE,
        /** Words for something foreign, where the crime is told. */
        ABROAD,
        /** Foreign countries that something comes from, passes or goes to; that people are of; any of them. */
        MOVED,
        PEOPLE,
        FOREIGN,
        /** Mentions of foreign countries in all; of the one that is mentioned most. */
        MENTIONS,
        MOST_MENTIONED,
        /** A foreign country in a sentence of the evidence, beside a word for movement or people. */
        EVIDENCE_CUED,
        /** Those that move or have people, outside of where the crime is told. */
        ELSEWHERE,
        /** A foreign country in the headline; the same with a word for movement or people. */
        TITLE,
        TITLE_CUED,
        /** The country of the press is part of the story; with foreign people; with foreign movement. */
        HOME,
        HOME_PEOPLE,
        HOME_MOVED,
        /** At least two countries, home included; the same, and the foreign ones have a word for movement or people. */
        PAIR,
        PAIR_CUED,
        /** Mentions of countries that the crime does not touch. */
        ASIDE,
        /** Another country rates this one. */
        RATED,
        /** Kinds of crimes: those that often cross borders, with a pair, with words that say so; and groups of them. */
        TRAFFIC,
        TRAFFIC_PAIR,
        TRAFFIC_PAIR_CUED,
        TRAFFIC_CROSS,
        GOODS,
        PERSONS,
        SCAMS,
        SEA,
        ORGANISED,
        ONLY_TERRORISM,
        ONLY_CORRUPTION,
        /** Genres of the article. */
        REPORT,
        TRIAL,
        LAW,
        OPINION,
        AGENCY
    }

    /** Most characters between a country and a word that belongs to it. */
    private static final int BESIDE = 12;

    /** No word of the table is longer, in UTF-16 units. */
    private static final int LONGEST_WORD = 100;

    /** Territories that are often named side by side. */
    private static final Set<String> CHINESE = Set.of("CN", "HK", "MO", "TW");

    private static final Map<Sign, Set<String>> GROUPS = Map.of(
            Sign.GOODS,
            Set.of(
                    "drug_trafficking",
                    "wildlife_trafficking",
                    "contraband_counterfeit",
                    "arms_trafficking",
                    "forest_crime",
                    "waste_trafficking",
                    "resource_crime"),
            Sign.PERSONS,
            Set.of("human_trafficking", "migrant_smuggling", "forced_labour"),
            Sign.SCAMS,
            Set.of("online_scam", "illegal_gambling", "money_laundering"),
            Sign.SEA,
            Set.of("illegal_fishing", "maritime_piracy"),
            Sign.ORGANISED,
            Set.of("organised_crime"));

    private static final Map<Genre, Sign> GENRES = Map.of(
            Genre.report, Sign.REPORT,
            Genre.trial, Sign.TRIAL,
            Genre.law, Sign.LAW,
            Genre.opinion, Sign.OPINION,
            Genre.agency, Sign.AGENCY);

    private final CrimeReport report;
    private final List<Word> words;
    private final List<Span> told;

    /** The first word that a mention to come may have beside it. */
    private int firstWord;

    private final Map<Sign, Double> signs = new EnumMap<>(Sign.class);

    private BorderSigns(CrimeReport report, List<Word> words) {
        this.report = report;
        this.words = words;
        this.told = report.told();
    }

    /** The signs in a report with these words. */
    static Map<Sign, Double> of(CrimeReport report, List<Word> words) {
        var signs = new BorderSigns(report, words);
        signs.addWords();
        signs.addCountries();
        signs.addTopics();
        report.genre().map(GENRES::get).ifPresent(sign -> signs.set(sign, true));
        return signs.signs;
    }

    private void addWords() {
        for (Word word : words) {
            boolean isTold = isTold(word.start());
            switch (word.kind()) {
                case CROSS -> count(isTold ? Sign.CROSS_TOLD : Sign.CROSS_ELSEWHERE, 2);
                case ABROAD -> count(Sign.ABROAD, isTold ? 3 : 0);
                case HOME -> set(Sign.HOME, true);
                case RATING -> set(Sign.RATED, true);
                case MOVE, PEOPLE, ASIDE -> {
                    // Counts where a country is beside it.
                }
            }
        }
    }

    private void addCountries() {
        Map<String, Set<Kind>> near = new HashMap<>();
        Map<String, Set<Kind>> far = new HashMap<>();
        Map<String, Integer> mentions = new HashMap<>();
        int own = 0;
        int foreign = 0;
        for (Mention mention : report.mentions()) {
            Set<Kind> kinds = beside(mention);
            if (isHome(mention.country(), has(Sign.CROSS_TOLD) || kinds.contains(Kind.MOVE))) {
                own++;
                continue;
            }
            foreign++;
            if (kinds.contains(Kind.ASIDE) || (has(Sign.RATED) && !kinds.contains(Kind.PEOPLE))) {
                count(Sign.ASIDE, 3);
                continue;
            }
            mentions.merge(mention.country(), 1, Integer::sum);
            count(Sign.MENTIONS, 6);
            if (isCued(kinds) && report.isInEvidence(mention.start())) {
                set(Sign.EVIDENCE_CUED, true);
            }
            if (mention.start() < report.titleEnd()) {
                set(Sign.TITLE, true);
                set(Sign.TITLE_CUED, isCued(kinds) || has(Sign.TITLE_CUED));
            }
            (isTold(mention.start()) ? near : far)
                    .computeIfAbsent(mention.country(), any -> EnumSet.noneOf(Kind.class))
                    .addAll(kinds);
        }
        mentions.values().forEach(n -> signs.merge(Sign.MOST_MENTIONED, Math.min(4.0, n), Math::max));
        near.keySet().forEach(far::remove);
        set(Sign.HOME, has(Sign.HOME) || (own > 0 && own * 3 >= foreign));
        addPairs(near, far);
    }

    private void addPairs(Map<String, Set<Kind>> near, Map<String, Set<Kind>> far) {
        int home = has(Sign.HOME) ? 1 : 0;
        long moved = with(near, Kind.MOVE);
        long people = with(near, Kind.PEOPLE);
        long cued = near.values().stream().filter(BorderSigns::isCued).count();
        signs.put(Sign.MOVED, (double) Math.min(2, moved));
        signs.put(Sign.PEOPLE, (double) Math.min(2, people));
        signs.put(Sign.FOREIGN, (double) Math.min(3, near.size()));
        signs.put(Sign.ELSEWHERE, (double) Math.min(
                2, Math.min(2, with(far, Kind.MOVE)) + Math.min(2, with(far, Kind.PEOPLE))));
        set(Sign.HOME_PEOPLE, home > 0 && people > 0);
        set(Sign.HOME_MOVED, home > 0 && moved > 0);
        set(Sign.PAIR, !near.isEmpty() && near.size() + home >= 2);
        set(Sign.PAIR_CUED, cued > 0 && cued + home >= 2);
    }

    private void addTopics() {
        GROUPS.forEach((sign, topics) -> set(sign, report.topics().stream().anyMatch(topics::contains)));
        boolean isTraffic = GROUPS.keySet().stream().anyMatch(this::has);
        set(Sign.TRAFFIC, isTraffic);
        set(Sign.TRAFFIC_PAIR, isTraffic && has(Sign.PAIR));
        set(Sign.TRAFFIC_PAIR_CUED, isTraffic && has(Sign.PAIR_CUED));
        set(Sign.TRAFFIC_CROSS, isTraffic && (has(Sign.CROSS_TOLD) || has(Sign.CROSS_ELSEWHERE)));
        set(Sign.ONLY_TERRORISM, report.topics().equals(List.of("terrorism")));
        set(Sign.ONLY_CORRUPTION, report.topics().equals(List.of("corruption")));
    }

    /** Whether a country is that of the press, or one that is named beside it without a border between them. */
    private boolean isHome(String country, boolean isMoved) {
        return country.equals(report.home())
                || (!isMoved && CHINESE.contains(country) && CHINESE.contains(report.home()));
    }

    /** The kinds of the words that belong to a mention. Both are in the order of the text, so that no word is passed twice. */
    private Set<Kind> beside(Mention mention) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        while (firstWord < words.size() && words.get(firstWord).start() < mention.start() - BESIDE - LONGEST_WORD) {
            firstWord++;
        }
        for (Word word : words.subList(firstWord, words.size())) {
            if (word.start() > mention.end() + BESIDE) {
                break;
            }
            boolean isInside = word.start() >= mention.start() && word.end() <= mention.end();
            if ((isInside && word.kind() == Kind.PEOPLE)
                    || report.areBeside(word.end(), mention.start(), BESIDE)
                    || report.areBeside(mention.end(), word.start(), BESIDE)) {
                kinds.add(word.kind());
            }
        }
        return kinds;
    }

    private boolean isTold(int at) {
        return told.stream().anyMatch(span -> span.holds(at));
    }

    private static boolean isCued(Set<Kind> kinds) {
        return kinds.contains(Kind.MOVE) || kinds.contains(Kind.PEOPLE);
    }

    private static long with(Map<String, Set<Kind>> countries, Kind kind) {
        return countries.values().stream().filter(kinds -> kinds.contains(kind)).count();
    }

    private boolean has(Sign sign) {
        return signs.getOrDefault(sign, 0.0) > 0;
    }

    private void set(Sign sign, boolean isThere) {
        signs.put(sign, isThere ? 1.0 : 0.0);
    }

    private void count(Sign sign, int most) {
        double known = signs.getOrDefault(sign, 0.0);
        signs.put(sign, Math.max(known, Math.min(most, known + 1)));
    }
}
