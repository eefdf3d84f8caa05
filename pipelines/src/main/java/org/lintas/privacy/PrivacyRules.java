package org.lintas.privacy;

import java.io.Serializable;
import org.lintas.text.PublishedText;

/**
 * What is removed from a corpus to protect publishers and the people written about.
 *
 * @param takedowns list of takedowns, whose articles become rejects
 * @param maskPersonalNumbers whether personal numbers are masked
 * @param text how much of a text is written
 */
public record PrivacyRules(Takedowns takedowns, boolean maskPersonalNumbers, PublishedText text)
        implements Serializable {}
