/**
 * The commands: options, help, the plan of a run, progress and summary. No other package uses this one.
 * Large because every command of the tool is here, and each is small.
 */
package org.lintas.cli;
