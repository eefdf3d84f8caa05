/**
 * The commands: options, help, plan of a run, what is told on the way. Nothing else knows this package.
 * Large because every command of the tool is here, and each is small.
 */
package org.lintas.cli;
