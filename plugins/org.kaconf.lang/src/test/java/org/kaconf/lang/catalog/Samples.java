package org.kaconf.lang.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Good and bad words for each argument type, for tests that hold the catalog against keepalived itself. */
final class Samples {
	/** The name of everything that is defined or referred to. */
	static final String NAME = "sample";
	/** An interface that the test makes. */
	static final String INTERFACE = "va0";

	/** A folder that keepalived may write to: empty and private in the test's mount namespace. */
	static final String FOLDER = "/mnt";

	private Samples() {
	}

	/** Words that the type accepts, the limits included. */
	static List<String> good(ArgumentType type) {
		return switch (type) {
		case IntegerType integer -> limits(integer.range(), BigDecimal.ZERO);
		case PortType port -> limits(port.number().range(), BigDecimal.ONE);
		case DecimalType decimal -> limits(decimal.range(), BigDecimal.ZERO);
		case RangeType range when range.both() -> List.of(text(range.limits().min()) + "-" + text(range.limits().max()));
		case RangeType range -> List.of(text(range.limits().min()), text(range.limits().min()) + "-" + text(range.limits().max()));
		case BooleanType bool -> bool.values();
		case EnumerationType enumeration -> enumeration.values();
		case DefinitionType definition -> List.of("tested");
		case ReferenceType reference -> List.of(NAME);
		case ScriptType script -> List.of("/bin/true", "\"/bin/true -x\"");
		case QuotedType quoted -> List.of("\"a.*b\"");
		case VersionType version -> version.values();
		case AddressType address -> address.multicast() ? multicast(address) : unicast(address.family());
		case AddressRangeType range -> List.of("10.9.0.9", "10.9.0.8/29", "10.9.0.8-20", "fe80::8-ff");
		case PrefixType prefix when prefix.lengthRequired() -> List.of("10.9.0.9/24");
		case PrefixType prefix -> Stream.concat(Stream.of("10.9.0.9/24", "10.9.0.8"), prefix.words().stream()).toList();
		case UnionType union -> union.alternatives().stream().flatMap(alternative -> good(alternative.type()).stream()).toList();
		case TextType text -> List.of(text(text));
		default -> throw new IllegalArgumentException("No samples for " + type);
		};
	}

	/** Words that the type does not accept, without those of which only a part is ignored. */
	static List<String> bad(ArgumentType type) {
		return candidates(type).stream().filter(word -> type.check(word).filter(finding -> finding.kind() != ValueProblem.Kind.EXTRA).isPresent()).toList();
	}

	private static List<String> candidates(ArgumentType type) {
		return switch (type) {
		case IntegerType integer -> outside(integer.range(), BigDecimal.ONE);
		case PortType port -> outside(port.number().range(), BigDecimal.ONE);
		case DecimalType decimal -> outside(decimal.range(), BigDecimal.ONE);
		case BooleanType bool -> List.of("YES", "1");
		case EnumerationType enumeration -> List.of("nonsense");
		case VersionType version -> List.of("abc", "9.9", "1.3.9", "2.2.20", "2");
		case AddressType address -> List.of("10.9.0.300", "nonsense", address.multicast() ? "224.0.0.99/24" : "10.9.0.9/24");
		case AddressRangeType range -> List.of("10.9.0.300", "10.9.0.9/29", "10.9.0.8/33", "10.9.0.8-8", "10.9.0.8-300", "10.9.0.8-10.9.0.7", "10.9.0.8-fe80::9", "fe80::8-7", "nonsense");
		case PrefixType prefix -> List.of("10.9.0.300", "10.9.0.9/33", "nonsense");
		case UnionType union -> union.alternatives().stream().flatMap(alternative -> candidates(alternative.type()).stream()).toList();
		case TextType text when text.maxLength() > 0 -> List.of("x".repeat(text.maxLength() + 1));
		default -> List.of();
		};
	}

	private static List<String> limits(Range range, BigDecimal otherwise) {
		List<String> words = new ArrayList<>();
		words.add(text(range.min() == null ? otherwise : range.min()));
		if (range.max() != null)
			words.add(text(range.max()));
		return words;
	}

	private static List<String> outside(Range range, BigDecimal step) {
		List<String> words = new ArrayList<>();
		if (range.min() != null)
			words.add(text(range.min().subtract(step)));
		if (range.max() != null)
			words.add(text(range.max().add(step)));
		words.add("nonsense");
		return words;
	}

	private static List<String> multicast(AddressType address) {
		return address.family() == AddressType.Families.IPV6 ? List.of("ff02::99") : List.of("224.0.0.99");
	}

	private static List<String> unicast(AddressType.Families family) {
		return family == AddressType.Families.IPV6 ? List.of("fe80::9") : List.of("10.9.0.9");
	}

	private static String text(TextType type) {
		return switch (type.id()) {
		case "interface" -> INTERFACE;
		case "user", "group" -> "root";
		case "path" -> FOLDER + "/sample";
		case "string" -> type.example() == null ? NAME : type.example().split(" ")[0];
		default -> type.example().split(" or ")[0];
		};
	}

	private static String text(BigDecimal number) {
		return number.toPlainString();
	}
}
