/** How a run fails: what it says, and the exit code of each kind of failure. */
package org.lintas.failure;
