/** Languages: training of the model for Latin script, its evaluation. */
package org.lintas.lab.language;
