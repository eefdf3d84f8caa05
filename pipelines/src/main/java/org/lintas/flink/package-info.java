/** Everything specific to Flink: clusters, jobs, the embedded Flink, locks and heartbeats, memory. */
package org.lintas.flink;
