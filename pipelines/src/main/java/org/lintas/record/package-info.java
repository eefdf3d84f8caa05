/**
 * Shared by all stages, besides the classes generated from {@code src/main/avro}: steps, rejects, counters, progress.
 */
package org.lintas.record;
