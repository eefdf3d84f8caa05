/**
 * Files of any storage: listing, opening, reading with retries, small files, the temporary folder of the run. Callers
 * use local paths, {@code hdfs://} and {@code s3://} in the same way.
 */
package org.lintas.storage;
