/** From files to captures and rejects: which format a file has, and the transform that reads all of them. */
package org.lintas.archive;
