/** The main text of a page: blocks, regions, and boilerplate that is left away. */
package org.lintas.extract.maintext;
