package org.lintas.report.data;

/** A name with a number. */
public record Count(String name, long count) {}
