/** From a capture to a draft of an article. */
package org.lintas.extract;
