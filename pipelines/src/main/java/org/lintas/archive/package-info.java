/** Reads archive files into captures and rejects: format detection, and the transform that reads all files. */
package org.lintas.archive;
