package org.lintas.report.data;

/** How many there are of something. */
public record Count(String name, long count) {}
