package org.kaconf.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.Origins;

/** Any node is read as it was written: a component that reading forgets or mistakes for another is found, whichever it is. */
class AnyNodeJsonTest {
	@Property(tries = 300)
	void readsWhatItWrote(@ForAll Random random) throws Exception {
		Node node = (Node) any(Node.class, random);
		String text = NodeJson.write(node);
		Node read = NodeJson.read(new StringReader(text));
		assertThat(read).isEqualTo(node);
		assertThat(NodeJson.write(read)).isEqualTo(text);
	}

	@Property(tries = 300)
	void readsACutTextInNoWayButWithOneLine(@ForAll Random random) throws Exception {
		String text = NodeJson.write((Node) any(Node.class, random));
		String cut = text.substring(0, random.nextInt(text.length() - 2));
		try {
			NodeJson.read(new StringReader(cut));
			throw new AssertionError("read " + cut);
		} catch (IOException e) {
			assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
		}
	}

	/** A value of a component's type: records by their components, in turn. */
	private static Object any(Type type, Random random) throws ReflectiveOperationException {
		if (type instanceof ParameterizedType list) {
			List<Object> elements = new ArrayList<>();
			for (int i = random.nextInt(3) + 1; i > 0; i--) {
				elements.add(any(list.getActualTypeArguments()[0], random));
			}
			return elements;
		}
		Class<?> of = (Class<?>) type;
		if (of.isEnum()) {
			return of.getEnumConstants()[random.nextInt(of.getEnumConstants().length)];
		} else if (of == Origins.class) {
			return Origins.NONE;
		} else if (of == CheckSpec.class) {
			return null;
		} else if (of == String.class) {
			return "\" \\ {[a:1, \u00e9\n]}<&" + random.nextInt();
		} else if (of == int.class || of == Integer.class) {
			return random.nextInt();
		} else if (of == long.class || of == Long.class) {
			return random.nextLong();
		} else if (of == boolean.class || of == Boolean.class) {
			return random.nextBoolean();
		} else if (of == Duration.class) {
			return Duration.ofNanos(random.nextLong());
		} else if (of == IpAddress.class) {
			return address(random);
		} else if (of == IpPrefix.class) {
			IpAddress address = address(random);
			return new IpPrefix(address, random.nextInt(address.family().bits() + 1));
		}
		return anyRecord(of, random);
	}

	private static Object anyRecord(Class<?> type, Random random) throws ReflectiveOperationException {
		RecordComponent[] components = type.getRecordComponents();
		Constructor<?> constructor = type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
		Object[] values = new Object[components.length];
		for (int i = 0; i < components.length; i++) {
			values[i] = any(components[i].getGenericType(), random);
		}
		return constructor.newInstance(values);
	}

	private static IpAddress address(Random random) {
		byte[] bytes = new byte[(random.nextBoolean() ? Family.IPV4 : Family.IPV6).bytes()];
		random.nextBytes(bytes);
		return IpAddress.of(bytes);
	}
}
