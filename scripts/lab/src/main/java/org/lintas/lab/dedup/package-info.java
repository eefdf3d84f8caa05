/** Near duplicates planted in corpora, and how many are found, beside other tools. */
package org.lintas.lab.dedup;
