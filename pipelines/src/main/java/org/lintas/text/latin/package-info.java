/** Names in Latin letters, as they sound: to read them, and to find those that other scripts write. */
package org.lintas.text.latin;
