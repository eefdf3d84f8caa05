/** The page on which a reader corrects the labels of some articles of a corpus. */
package org.lintas.report.review;
