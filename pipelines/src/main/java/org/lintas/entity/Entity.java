package org.lintas.entity;

import java.util.List;

/**
 * A group, firm, compound, vessel, operation, organisation or person with an id.
 *
 * @param id stable, of lower-case letters, digits and hyphens; in a watch list as its author likes
 * @param kind a symbol of the enum {@code EntityKind}
 * @param name by which it is shown
 * @param countries ISO 3166-1 alpha-2 codes of where it is at home; empty if unknown or everywhere
 * @param wikidata id in Wikidata, empty if unknown
 */
public record Entity(String id, String kind, String name, List<String> countries, String wikidata) {
    public Entity {
        countries = List.copyOf(countries);
    }
}
