/** Reading bytes of archives within limits: decompression, budgets, spilling to disk. */
package org.lintas.archive.bytes;
