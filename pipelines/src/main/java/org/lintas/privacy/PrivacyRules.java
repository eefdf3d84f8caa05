package org.lintas.privacy;

import java.io.Serializable;
import org.lintas.text.PublishedText;

/**
 * What is kept out of a corpus for the sake of publishers and of the people written about.
 *
 * @param takedowns whose articles become rejects
 * @param maskPersonalNumbers whether numbers of persons are masked
 * @param text how much of a text is written
 */
public record PrivacyRules(Takedowns takedowns, boolean maskPersonalNumbers, PublishedText text)
        implements Serializable {}
