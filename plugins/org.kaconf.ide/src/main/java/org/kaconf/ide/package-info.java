package org.kaconf.ide;
