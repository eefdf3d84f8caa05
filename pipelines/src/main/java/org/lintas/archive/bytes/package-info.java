/** Bytes of archives within bounds: decompression, budgets, spilling to disk. */
package org.lintas.archive.bytes;
