/** VRRP packets and the frames that go with them, as bytes: RFC 3768 (version 2), RFC 9568 (version 3), RFC 826 (ARP), RFC 4861 (neighbour discovery). */
package org.kaconf.vrrp.packet;
