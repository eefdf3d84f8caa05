/** What readers decided on articles: their files, and how articles and copies of a finished corpus are taken up with it. */
package org.lintas.correction;
