/** Who and what an article names: groups, firms and compounds of tables, those of a watch list, and persons beside their titles or their age. */
package org.lintas.entity;
