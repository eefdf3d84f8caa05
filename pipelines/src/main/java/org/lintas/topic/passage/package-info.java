/** What a passage says about topics, whatever its words: vectors of tokens, and a small network over their mean. */
package org.lintas.topic.passage;
