/**
 * Topics and genre of an article: taxonomy, terms, and the models that grade them.
 * Large because topics and genre share their findings and features.
 */
package org.lintas.topic;
