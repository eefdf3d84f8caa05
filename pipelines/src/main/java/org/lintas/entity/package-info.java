/** Who and what an article names: groups, firms and compounds of tables, those of a watch list, and persons beside their titles. */
package org.lintas.entity;
