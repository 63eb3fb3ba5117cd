/**
 * The Linux system calls the daemon needs, by java.lang.foreign alone. Every call goes through one downcall shape, because each further shape
 * costs several milliseconds of start-up. Descriptors are owned by one object each; nothing here knows VRRP's rules.
 */
package org.kaconf.runtime.linux;
