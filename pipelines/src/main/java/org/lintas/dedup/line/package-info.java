/**
 * Lines that an outlet repeats in many articles, such as subscription notices and sign-offs: which they are, and texts without them. Without
 * Beam; {@code dedup.shuffle} does it for any number of articles.
 */
package org.lintas.dedup.line;
