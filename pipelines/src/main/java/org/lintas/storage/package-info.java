/**
 * Files of any storage: listing, opening, reading with retries, small files, the temporary folder of the run.
 * Local paths, {@code hdfs://} and {@code s3://} look the same to everybody else.
 */
package org.lintas.storage;
