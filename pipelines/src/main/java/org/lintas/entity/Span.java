package org.lintas.entity;

/**
 * Part of a text, in UTF-16 units.
 *
 * @param start first unit
 * @param end unit after the last
 */
record Span(int start, int end) {}
