package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatagramClientTest {
	@TempDir
	Path folder;

	@Test
	void sendsToAPath() throws Exception {
		Path path = folder.resolve("notify");
		try (DatagramListener listener = new DatagramListener(path); DatagramClient client = new DatagramClient(path.toString())) {
			client.send("READY=1\nSTATUS=all is well");
			assertThat(listener.next()).isEqualTo("READY=1\nSTATUS=all is well");
		}
	}

	@Test
	void sendsToAnAbstractName() throws Exception {
		byte[] name = ("kaconf-test-" + ProcessHandle.current().pid()).getBytes();
		MemorySegment address = Kernel.allocate(3L + name.length);
		address.set(JAVA_SHORT, 0, (short) SocketAddresses.AF_UNIX);
		MemorySegment.copy(name, 0, address, JAVA_BYTE, 3, name.length);
		try (DatagramListener listener = new DatagramListener(address); DatagramClient client = new DatagramClient("@" + new String(name))) {
			client.send("STOPPING=1");
			assertThat(listener.next()).isEqualTo("STOPPING=1");
		}
	}

	@Test
	void saysThatNobodyListens() throws Exception {
		try (DatagramClient client = new DatagramClient(folder.resolve("none").toString())) {
			assertThatThrownBy(() -> client.send("READY=1")).isInstanceOf(LinuxException.class).hasMessage("cannot send to " + folder.resolve("none") + ": No such file or directory");
		}
	}
}
