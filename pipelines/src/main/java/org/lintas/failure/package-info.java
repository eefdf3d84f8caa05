/** Failures of a command: the message for the user and the exit code. */
package org.lintas.failure;
