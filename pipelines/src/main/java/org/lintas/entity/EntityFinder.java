package org.lintas.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.lintas.record.CountryMention;
import org.lintas.record.Draft;
import org.lintas.record.EntityMention;
import org.lintas.record.EvidenceSpan;
import org.lintas.record.PlaceMention;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.EntityKind;
import org.lintas.schemas.EntityOrigin;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.LowerCase;
import org.lintas.text.PerLanguage;

/**
 * Finds who and what an article names: the entities of the table that ships with Lintas and persons beside titles or, if accused, their age, both in
 * articles with a topic, and the names of a watch list, in all articles.
 */
public final class EntityFinder {

    /** Written into the file metadata of every dataset that depends on entities. */
    public static final String VERSION = "entities-4";

    /** Names of an article beyond these are left out: such a text is a list. */
    static final int MAX_ENTITIES = 200;

    /** How much of a text is searched, in UTF-16 units; bounds memory. */
    private static final int MAX_LENGTH = 200_000;

    /** Of articles on it no persons are found: a name beside it may be that of a child. */
    private static final String CHILDREN = "child_exploitation";

    private static final Comparator<EntityMention> IN_ORDER = Comparator.comparing(EntityMention::getInTitle)
            .reversed()
            .thenComparing(EntityMention::getStart)
            .thenComparing(EntityMention::getOrigin)
            .thenComparing(EntityMention::getEnd);

    private static final PerLanguage<AliasFinder> SEED_FINDERS =
            new PerLanguage<>(language -> AliasFinder.of(SeedEntities.aliases(), language));

    private static final PerLanguage<PersonFinder> PERSON_FINDERS = new PerLanguage<>(PersonFinder::of);

    private final List<Alias> watched;
    private final Map<Language, AliasFinder> watchFinders = new EnumMap<>(Language.class);

    public EntityFinder(WatchList watchList) {
        watched = watchList.aliases();
    }

    /** The entities that an article names, those of the headline first. */
    public List<EntityMention> find(Draft draft) {
        Optional<Language> language = Language.of(draft.getLanguage());
        boolean hasTopic = !draft.getTopics().isEmpty();
        if (language.isEmpty() || (watched.isEmpty() && !hasTopic)) {
            return List.of();
        }
        var mentions = new ArrayList<EntityMention>();
        if (draft.getTitle() != null) {
            addNames(language.get(), draft, new Field(draft.getTitle(), true, language.get()), mentions);
        }
        addNames(language.get(), draft, new Field(draft.getText(), false, language.get()), mentions);
        mentions.sort(IN_ORDER);
        return mentions.size() > MAX_ENTITIES ? first(mentions) : mentions;
    }

    /** As many as are kept, in their order: those of the watch list before all others. */
    private static List<EntityMention> first(List<EntityMention> mentions) {
        return mentions.stream()
                .sorted(Comparator.comparing(mention -> !mention.getOrigin().equals(EntityOrigin.watch_list.name())))
                .limit(MAX_ENTITIES)
                .sorted(IN_ORDER)
                .toList();
    }

    private void addNames(Language language, Draft draft, Field field, List<EntityMention> mentions) {
        var company = new Company(draft, field);
        var names = new ArrayList<AliasFinder.Found>();
        NavigableMap<Integer, AliasFinder.Found> watchedNames = new TreeMap<>();
        if (!watched.isEmpty()) {
            List<AliasFinder.Found> found = watchFinders
                    .computeIfAbsent(language, any -> AliasFinder.of(watched, any))
                    .find(field.text, company::isNear);
            found.forEach(name -> {
                mentions.add(field.mention(name, EntityOrigin.watch_list));
                watchedNames.put(name.start(), name);
            });
            names.addAll(found);
        }
        if (!draft.getTopics().isEmpty()) {
            List<AliasFinder.Found> found = SEED_FINDERS.get(language).find(field.text, company::isNear);
            found.stream()
                    .filter(name -> !isToldBy(watchedNames, name))
                    .forEach(name -> mentions.add(field.mention(name, EntityOrigin.seed)));
            names.addAll(found);
            // Headlines in title case do not show where a name ends.
            if (!field.isTitle && namesPersons(draft)) {
                PERSON_FINDERS.get(language).find(field.text, draft.getPublishedAt()).stream()
                        .filter(person -> names.stream().noneMatch(name -> overlap(name, person)))
                        .forEach(person -> mentions.add(field.mention(person)));
            }
        }
    }

    /** Whether the watch list, which may add names to an entity of the table, names the same entity there; its names do not overlap each other. */
    private static boolean isToldBy(NavigableMap<Integer, AliasFinder.Found> watchedNames, AliasFinder.Found name) {
        return watchedNames.headMap(name.end(), false).descendingMap().values().stream()
                .takeWhile(other -> other.end() > name.start())
                .anyMatch(other ->
                        other.alias().entity().id().equals(name.alias().entity().id()));
    }

    private static boolean namesPersons(Draft draft) {
        return draft.getTopics().stream().map(TopicLabel::getTopic).noneMatch(CHILDREN::equals);
    }

    private static boolean overlap(AliasFinder.Found name, Span person) {
        return name.start() < person.end() && person.start() < name.end();
    }

    /** Headline or text, with code points counted once. */
    private static final class Field {
        private final String text;
        private final boolean isTitle;
        private final boolean isChinese;
        private int units;
        private int points;

        Field(String whole, boolean isTitle, Language language) {
            this.text = whole.substring(0, Math.min(whole.length(), MAX_LENGTH));
            this.isTitle = isTitle;
            this.isChinese = language == Language.CHINESE;
        }

        EntityMention mention(AliasFinder.Found name, EntityOrigin origin) {
            Entity entity = name.alias().entity();
            return mention(entity.id(), entity.kind(), origin, entity.name(), name.start(), name.end());
        }

        EntityMention mention(Span person) {
            String name = text.substring(person.start(), person.end());
            String normalised = isChinese ? FoldedText.of(name).toString() : LowerCase.of(name);
            return mention(
                    null, EntityKind.person.name(), EntityOrigin.found, normalised, person.start(), person.end());
        }

        private EntityMention mention(
                String id, String kind, EntityOrigin origin, String normalised, int start, int end) {
            int first = points(start);
            return EntityMention.newBuilder()
                    .setEntityId(id)
                    .setKind(kind)
                    .setOrigin(origin.name())
                    .setName(text.substring(start, end))
                    .setNormalisedName(normalised)
                    .setInTitle(isTitle)
                    .setStart(first)
                    .setEnd(first + text.codePointCount(start, end))
                    .build();
        }

        /** Counts on from the last offset; each origin comes in the order of the text. */
        private int points(int start) {
            if (start < units) {
                units = 0;
                points = 0;
            }
            points += text.codePointCount(units, start);
            units = start;
            return points;
        }
    }

    /** Where the terms of topics and the countries and places of an article first stand; they make a short name a name. */
    private static final class Company {
        private static final int NEAR = 300;

        private final Draft draft;
        private final Field field;
        private int[] offsets;

        Company(Draft draft, Field field) {
            this.draft = draft;
            this.field = field;
        }

        /** Whether there is some at most 300 code points from an offset in UTF-16 units; a headline is all near. */
        boolean isNear(int at) {
            if (field.isTitle) {
                return !draft.getTopics().isEmpty() || !draft.getCountries().isEmpty();
            }
            if (offsets == null) {
                offsets = offsets();
            }
            int point = field.points(at);
            for (int offset : offsets) {
                if (Math.abs(offset - point) <= NEAR) {
                    return true;
                }
            }
            return false;
        }

        private int[] offsets() {
            var found = new ArrayList<Integer>();
            for (TopicLabel topic : draft.getTopics()) {
                topic.getEvidence().stream()
                        .filter(hit -> !hit.getInTitle())
                        .map(EvidenceSpan::getStart)
                        .forEach(found::add);
            }
            draft.getCountries().stream().map(CountryMention::getFirstOffset).forEach(found::add);
            draft.getPlaces().stream().map(PlaceMention::getFirstOffset).forEach(found::add);
            return found.stream()
                    .mapToInt(Integer::intValue)
                    .filter(offset -> offset >= 0)
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }
}
