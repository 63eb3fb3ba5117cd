package org.kaconf.vrrp;
