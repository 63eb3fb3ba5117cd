package org.kaconf.lang.catalog;

import java.util.Locale;
import java.util.Map;

import org.kaconf.lang.catalog.AddressType.Families;
import org.kaconf.lang.catalog.TextType.Reader;

/** The argument types a catalog file may use, by name. */
final class ArgumentTypes {
	private static final String ANYTHING = "(?s).*";
	private static final int INTERFACE_NAME = 15; // IFNAMSIZ - 1

	private static final Map<String, Reader> READERS = Map.ofEntries(
			Map.entry("integer", IntegerType::read),
			Map.entry("decimal", DecimalType::read),
			Map.entry("range", RangeType::read),
			Map.entry("boolean", BooleanType::read),
			Map.entry("enumeration", EnumerationType::read),
			Map.entry("definition", DefinitionType::read),
			Map.entry("reference", ReferenceType::read),
			Map.entry("script", ScriptType::read),
			Map.entry("oneOf", UnionType::read),
			Map.entry("ipPrefix", PrefixType::read),
			Map.entry("addressRange", AddressRangeType::read),
			Map.entry("ipAddress", AddressType.reader(Families.ANY)),
			Map.entry("ipv4", AddressType.reader(Families.IPV4)),
			Map.entry("ipv6", AddressType.reader(Families.IPV6)),
			Map.entry("string", TextType.reader("string", "possible here", ANYTHING, null, 0)),
			Map.entry("quoted", QuotedType::read),
			Map.entry("interface", TextType.reader("interface", "the name of a network interface", "[^/:\\s]+", "eth0", INTERFACE_NAME)),
			Map.entry("path", TextType.reader("path", "a path", ".+", "/run/keepalived.fifo", 0)),
			Map.entry("user", TextType.reader("user", "a user", "[^\\s:]+", "keepalived_script", 0)),
			Map.entry("group", TextType.reader("group", "a group", "[^\\s:]+", "keepalived_script", 0)),
			Map.entry("email", TextType.reader("email", "a mail address", "[^\\s@]+(@[^\\s@]+)?", "admin@example.org", 0)),
			Map.entry("host", TextType.reader("host", "a host name or address", "[A-Za-z0-9_.:-]+", "mail.example.org", 0)),
			Map.entry("hostPort", TextType.reader("hostPort", "a host and port", "([A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}", "127.0.0.1:80 or [::1]:80", 0)),
			Map.entry("port", PortType::read),
			Map.entry("version", VersionType::read),
			Map.entry("url", TextType.reader("url", "a URL", "https?://[^\\s]+", "http://127.0.0.1/health", 0)),
			Map.entry("mac", TextType.reader("mac", "a hardware address", "[0-9A-Fa-f]{1,2}(:[0-9A-Fa-f]{1,2}){4,5}", "02:00:5e:00:01:33", 0)),
			Map.entry("hex", TextType.reader("hex", "a row of hexadecimal bytes", "[0-9A-Fa-fxX]+", "0a1b2c", 0)));

	private ArgumentTypes() {
	}

	/** An argument from its row; the type's own members stand beside the argument's. */
	static Argument argument(Row row) {
		String typeId = row.string("type");
		Reader reader = READERS.get(typeId);
		if (reader == null)
			throw row.broken("unknown argument type '" + typeId + "'");
		String name = row.string("name", typeId.toUpperCase(Locale.ROOT));
		Argument argument = new Argument(name, reader.read(row), row.flag("optional"), row.flag("repeated"), row.version("since"));
		row.end();
		return argument;
	}
}
