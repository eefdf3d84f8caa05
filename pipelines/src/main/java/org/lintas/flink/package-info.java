/** Everything that knows the engine: clusters, jobs, the Flink inside the process, locks and heartbeats, memory. */
package org.lintas.flink;
