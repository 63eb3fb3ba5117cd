package org.kaconf.launching;

/** The names of the launch configuration "Kaconf node" and of its attributes. */
public final class NodeLaunch {
	public static final String ID = "org.kaconf.launching";
	/** The launch configuration type. */
	public static final String TYPE = "org.kaconf.launching.node";
	/** The file: a path in the workspace, or any text with variables that gives a path of the file system. */
	public static final String FILE = "org.kaconf.launching.file";
	/** The node's name. */
	public static final String NODE = "org.kaconf.launching.nodeName";
	/** Words in front of the command, such as {@code sudo -n} or {@code ip netns exec ns1}; may be empty. */
	public static final String PRIVILEGE = "org.kaconf.launching.privilege";
	/** The home of the JDK the runtime runs in; empty to have one looked for. */
	public static final String JDK = "org.kaconf.launching.jdk";

	/** The least Java version the runtime runs on. */
	public static final int JAVA = 25;
	/** The type of the process, as {@code IProcess.ATTR_PROCESS_TYPE} gives it. */
	public static final String PROCESS_TYPE = "org.kaconf.node";

	/** Attribute of the process: the path of the socket that answers status requests. */
	public static final String CONTROL_SOCKET = "org.kaconf.launching.controlSocket";

	private NodeLaunch() {
	}
}
