package org.lintas.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.schemas.EntityKind;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.TextNormaliser;

class SeedEntitiesTest {

    @Test
    void everyEntityHasAnIdAKindAndKnownCountries() {
        assertThat(SeedEntities.all()).hasSizeGreaterThan(200).allSatisfy(entity -> {
            assertThat(entity.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(EntityKind.values()).extracting(EntityKind::name).contains(entity.kind());
            assertThat(entity.countries()).allMatch(country -> country.matches("[A-Z]{2}"));
            assertThat(entity.wikidata()).matches("|Q[1-9][0-9]*");
        });
    }

    @Test
    void noPersonShipsWithLintas() {
        assertThat(SeedEntities.all()).noneMatch(entity -> entity.kind().equals(EntityKind.person.name()));
    }

    @Test
    void everyEntityHasANameThatCountsByItselfOrInCompany() {
        for (Entity entity : SeedEntities.all()) {
            assertThat(SeedEntities.aliases())
                    .as(entity.id())
                    .anyMatch(alias -> alias.entity().equals(entity)
                            && (alias.use() == Alias.Use.ALONE || alias.use() == Alias.Use.IN_COMPANY));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsThatOfOneEntity(Language language) {
        Map<String, Entity> owners = new HashMap<>();
        for (Alias alias : SeedEntities.aliases()) {
            if (alias.isIn(language) && alias.use() != Alias.Use.EXCLUSION) {
                String name = FoldedText.of(TextNormaliser.line(alias.name())).toString();
                assertThat(owners.getOrDefault(name, alias.entity()))
                        .as(alias.name())
                        .isEqualTo(alias.entity());
                owners.put(name, alias.entity());
            }
        }
        assertThat(owners).isNotEmpty();
    }

    /** Of spellings that differ in capitals the one with the fewest stands for all. */
    @ParameterizedTest
    @EnumSource
    void aNameIsListedOnce(Language language) {
        assertThat(SeedEntities.aliases())
                .filteredOn(alias -> alias.isIn(language) && alias.use() == Alias.Use.ALONE)
                .extracting(alias ->
                        FoldedText.of(TextNormaliser.line(alias.name())).toString())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesWithoutSpacesAreLongEnough(Language language) {
        assertThat(SeedEntities.aliases())
                .filteredOn(alias -> alias.language().isPresent() && alias.isIn(language))
                .allMatch(alias -> alias.name()
                                .codePoints()
                                .filter(Character::isLetterOrDigit)
                                .count()
                        >= 2);
    }
}
