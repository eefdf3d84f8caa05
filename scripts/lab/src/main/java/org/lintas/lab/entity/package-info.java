/** How names of one person in several scripts are found, against spellings that others wrote. */
package org.lintas.lab.entity;
