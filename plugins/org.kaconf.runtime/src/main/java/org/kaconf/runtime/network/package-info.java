/** Small networks made of Linux network namespaces, what passes over them and when the machine under them stood still: for the demonstration and for tests with real packets. */
package org.kaconf.runtime.network;
