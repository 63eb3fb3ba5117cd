/** Small networks made of Linux network namespaces, and what passes over them: for the demonstration and for tests with real packets. */
package org.kaconf.runtime.network;
