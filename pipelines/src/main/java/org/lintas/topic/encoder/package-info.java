/** A sentence encoder that a user brings, in place of the token vectors that are shipped: slower, and better at what no word tells. */
package org.lintas.topic.encoder;
