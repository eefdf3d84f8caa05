/** Topics of an article: taxonomy, terms, and the model that grades them. */
package org.lintas.topic;
