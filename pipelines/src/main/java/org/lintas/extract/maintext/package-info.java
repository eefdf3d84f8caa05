/** The main text of a page: blocks, regions, and removal of boilerplate. */
package org.lintas.extract.maintext;
