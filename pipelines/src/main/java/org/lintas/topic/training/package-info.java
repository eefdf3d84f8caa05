/** Learns from decisions of readers what to add to the models that grade topics. */
package org.lintas.topic.training;
