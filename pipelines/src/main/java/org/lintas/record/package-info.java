/** What travels between stages, beside the classes that {@code src/main/avro} generates: steps, rejects, counters, progress. */
package org.lintas.record;
