package org.kaconf.lang;

/** Sets the language up outside Eclipse. */
public class KaconfStandaloneSetup extends KaconfStandaloneSetupGenerated {
}
