/** A corpus for tools that read FollowTheMoney, such as Aleph and OpenAleph. */
package org.lintas.corpus.ftm;
