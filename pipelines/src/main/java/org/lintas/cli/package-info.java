/**
 * The commands: options, help, build plan, messages. No other package depends on this one.
 * It is large because it contains every command of the tool, each of which is small.
 */
package org.lintas.cli;
