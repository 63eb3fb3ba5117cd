/** Launch configurations that start the Kaconf runtime for one node of a cluster. */
package org.kaconf.launching;
