/** Topics: training of the model, its evaluation, baselines. */
package org.lintas.lab.topic;
