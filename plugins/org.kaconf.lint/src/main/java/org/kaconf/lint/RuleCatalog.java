package org.kaconf.lint;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rules.cluster.AddressOfTwoRouters;
import org.kaconf.lint.rules.cluster.AdvertIntervalDiffers;
import org.kaconf.lint.rules.cluster.AuthenticationDiffers;
import org.kaconf.lint.rules.cluster.EqualPriorities;
import org.kaconf.lint.rules.cluster.InstanceOnOneNode;
import org.kaconf.lint.rules.cluster.MasterWithLowerPriority;
import org.kaconf.lint.rules.cluster.MulticastGroupDiffers;
import org.kaconf.lint.rules.cluster.NodesShareAddress;
import org.kaconf.lint.rules.cluster.PasswordDiffers;
import org.kaconf.lint.rules.cluster.SeveralMasters;
import org.kaconf.lint.rules.cluster.SourceAddressNotOwn;
import org.kaconf.lint.rules.cluster.UnicastOneSided;
import org.kaconf.lint.rules.cluster.UnicastPeerIsSelf;
import org.kaconf.lint.rules.cluster.UnicastPeerMissing;
import org.kaconf.lint.rules.cluster.UnicastPeerUnknown;
import org.kaconf.lint.rules.cluster.VersionDiffers;
import org.kaconf.lint.rules.cluster.VirtualAddressIsOwn;
import org.kaconf.lint.rules.cluster.VirtualAddressesDiffer;
import org.kaconf.lint.rules.cluster.VridCollision;
import org.kaconf.lint.rules.cluster.VridDiffers;
import org.kaconf.lint.rules.cluster.VridReserved;
import org.kaconf.lint.rules.failover.FailoverRefuted;
import org.kaconf.lint.rules.failover.NopreemptOnBackupOnly;
import org.kaconf.lint.rules.failover.NopreemptWithWeight;
import org.kaconf.lint.rules.failover.WeightTooSmall;
import org.kaconf.lint.rules.instance.AhWithMaster;
import org.kaconf.lint.rules.instance.AuthenticationIgnored;
import org.kaconf.lint.rules.instance.DefaultsBehindInstances;
import org.kaconf.lint.rules.instance.DuplicateVirtualAddress;
import org.kaconf.lint.rules.instance.DuplicateVrid;
import org.kaconf.lint.rules.instance.FirstAddressNotLinkLocal;
import org.kaconf.lint.rules.instance.LonelySyncGroup;
import org.kaconf.lint.rules.instance.MasterWithoutPriority;
import org.kaconf.lint.rules.instance.MemberOfTwoGroups;
import org.kaconf.lint.rules.instance.MixedFamilies;
import org.kaconf.lint.rules.instance.NoInterface;
import org.kaconf.lint.rules.instance.NoPassword;
import org.kaconf.lint.rules.instance.NoVirtualAddress;
import org.kaconf.lint.rules.instance.NoVirtualRouterId;
import org.kaconf.lint.rules.instance.NopreemptWithMaster;
import org.kaconf.lint.rules.instance.OtherFamily;
import org.kaconf.lint.rules.instance.OwnerWithWeights;
import org.kaconf.lint.rules.instance.PasswordTooLong;
import org.kaconf.lint.rules.instance.PreemptDelayIgnored;
import org.kaconf.lint.rules.instance.RouteWithoutInterface;
import org.kaconf.lint.rules.instance.RuleWithoutPreference;
import org.kaconf.lint.rules.instance.StrictMaster;
import org.kaconf.lint.rules.instance.StrictWithUnicast;
import org.kaconf.lint.rules.instance.TrackedTwice;
import org.kaconf.lint.rules.instance.TracksOwnInterface;
import org.kaconf.lint.rules.instance.TransmitBaseWithoutVmac;
import org.kaconf.lint.rules.instance.UnicastWithoutPeers;
import org.kaconf.lint.rules.instance.ValuesDisagree;
import org.kaconf.lint.rules.instance.VirtualServerContradiction;
import org.kaconf.lint.rules.instance.VirtualServerIncomplete;
import org.kaconf.lint.rules.instance.WeightInSyncGroup;
import org.kaconf.lint.rules.keyword.DeprecatedKeyword;
import org.kaconf.lint.rules.keyword.EmptyBlock;
import org.kaconf.lint.rules.keyword.KeywordOfAnotherVersion;
import org.kaconf.lint.rules.keyword.MisplacedKeyword;
import org.kaconf.lint.rules.keyword.MissingBlock;
import org.kaconf.lint.rules.keyword.MissingKeyword;
import org.kaconf.lint.rules.keyword.RepeatedKeyword;
import org.kaconf.lint.rules.keyword.UnexpectedBlock;
import org.kaconf.lint.rules.keyword.UnknownKeyword;
import org.kaconf.lint.rules.reference.DuplicateName;
import org.kaconf.lint.rules.reference.PredefinedOfAnotherVersion;
import org.kaconf.lint.rules.reference.UndefinedReference;
import org.kaconf.lint.rules.reference.UndefinedVariable;
import org.kaconf.lint.rules.reference.UnknownNode;
import org.kaconf.lint.rules.reference.UnusedScript;
import org.kaconf.lint.rules.reference.UsedBeforeDefinition;
import org.kaconf.lint.rules.script.AssignmentWithBlanks;
import org.kaconf.lint.rules.script.CheckOutlastsScript;
import org.kaconf.lint.rules.script.CommandAndCheck;
import org.kaconf.lint.rules.script.NeedsShell;
import org.kaconf.lint.rules.script.NoCommand;
import org.kaconf.lint.rules.script.RelativePath;
import org.kaconf.lint.rules.security.NoScriptSecurity;
import org.kaconf.lint.rules.security.NoScriptUser;
import org.kaconf.lint.rules.security.ScriptInSharedFolder;
import org.kaconf.lint.rules.style.SuppressionOfUnknownRule;
import org.kaconf.lint.rules.style.SuppressionWithoutReason;
import org.kaconf.lint.rules.style.UnreadableSetting;
import org.kaconf.lint.rules.style.UnusedSuppression;
import org.kaconf.lint.rules.syntax.BadClusterBlock;
import org.kaconf.lint.rules.syntax.BadExpansion;
import org.kaconf.lint.rules.syntax.ByteOrderMark;
import org.kaconf.lint.rules.syntax.ContinuationLine;
import org.kaconf.lint.rules.syntax.EmptyFile;
import org.kaconf.lint.rules.syntax.ExpansionLimit;
import org.kaconf.lint.rules.syntax.IncludeReadTwice;
import org.kaconf.lint.rules.syntax.LineTooLong;
import org.kaconf.lint.rules.syntax.MissingClosingBrace;
import org.kaconf.lint.rules.syntax.MissingInclude;
import org.kaconf.lint.rules.syntax.MissingOpeningBrace;
import org.kaconf.lint.rules.syntax.NotUtf8;
import org.kaconf.lint.rules.syntax.StrayClosingBrace;
import org.kaconf.lint.rules.syntax.StrayOpeningBrace;
import org.kaconf.lint.rules.syntax.TooDeep;
import org.kaconf.lint.rules.syntax.UnreadableFile;
import org.kaconf.lint.rules.syntax.UnterminatedQuote;
import org.kaconf.lint.rules.value.AdvertIntervalOfVersion;
import org.kaconf.lint.rules.value.ExtraWord;
import org.kaconf.lint.rules.value.MissingValue;
import org.kaconf.lint.rules.value.SecondStatement;
import org.kaconf.lint.rules.value.SingleQuotes;
import org.kaconf.lint.rules.value.TrailingSemicolon;
import org.kaconf.lint.rules.value.UnknownOption;
import org.kaconf.lint.rules.value.ValueOutOfRange;
import org.kaconf.lint.rules.value.ValueTooLong;
import org.kaconf.lint.rules.value.WrongValue;

/** All rules there are. */
public final class RuleCatalog {
	private static final List<Rule> RULES = List.of(
			new UnreadableFile(),
			new EmptyFile(),
			new ByteOrderMark(),
			new UnterminatedQuote(),
			new LineTooLong(),
			new MissingClosingBrace(),
			new MissingOpeningBrace(),
			new StrayClosingBrace(),
			new StrayOpeningBrace(),
			new TooDeep(),
			new MissingInclude(),
			new BadExpansion(),
			new ExpansionLimit(),
			new BadClusterBlock(),
			new ContinuationLine(),
			new IncludeReadTwice(),
			new NotUtf8(),
			new UnknownKeyword(),
			new MisplacedKeyword(),
			new KeywordOfAnotherVersion(),
			new DeprecatedKeyword(),
			new RepeatedKeyword(),
			new MissingKeyword(),
			new MissingBlock(),
			new UnexpectedBlock(),
			new EmptyBlock(),
			new MissingValue(),
			new ExtraWord(),
			new ValueOutOfRange(),
			new WrongValue(),
			new ValueTooLong(),
			new UnknownOption(),
			new SecondStatement(),
			new TrailingSemicolon(),
			new SingleQuotes(),
			new AdvertIntervalOfVersion(),
			new UndefinedReference(),
			new UsedBeforeDefinition(),
			new DuplicateName(),
			new UnusedScript(),
			new UndefinedVariable(),
			new PredefinedOfAnotherVersion(),
			new UnknownNode(),
			new NoVirtualRouterId(),
			new NoInterface(),
			new NoVirtualAddress(),
			new DuplicateVrid(),
			new PasswordTooLong(),
			new AuthenticationIgnored(),
			new NoPassword(),
			new NopreemptWithMaster(),
			new TracksOwnInterface(),
			new MixedFamilies(),
			new DuplicateVirtualAddress(),
			new StrictWithUnicast(),
			new UnicastWithoutPeers(),
			new MasterWithoutPriority(),
			new OwnerWithWeights(),
			new WeightInSyncGroup(),
			new LonelySyncGroup(),
			new MemberOfTwoGroups(),
			new PreemptDelayIgnored(),
			new StrictMaster(),
			new VirtualServerIncomplete(),
			new AhWithMaster(),
			new OtherFamily(),
			new TrackedTwice(),
			new RuleWithoutPreference(),
			new RouteWithoutInterface(),
			new VirtualServerContradiction(),
			new TransmitBaseWithoutVmac(),
			new ValuesDisagree(),
			new DefaultsBehindInstances(),
			new FirstAddressNotLinkLocal(),
			new VridDiffers(),
			new VridCollision(),
			new VridReserved(),
			new AuthenticationDiffers(),
			new PasswordDiffers(),
			new AdvertIntervalDiffers(),
			new VersionDiffers(),
			new MulticastGroupDiffers(),
			new VirtualAddressesDiffer(),
			new EqualPriorities(),
			new SeveralMasters(),
			new MasterWithLowerPriority(),
			new VirtualAddressIsOwn(),
			new UnicastPeerIsSelf(),
			new UnicastOneSided(),
			new UnicastPeerMissing(),
			new UnicastPeerUnknown(),
			new SourceAddressNotOwn(),
			new InstanceOnOneNode(),
			new AddressOfTwoRouters(),
			new NodesShareAddress(),
			new WeightTooSmall(),
			new NopreemptWithWeight(),
			new FailoverRefuted(),
			new NopreemptOnBackupOnly(),
			new NoCommand(),
			new CommandAndCheck(),
			new NeedsShell(),
			new RelativePath(),
			new CheckOutlastsScript(),
			new AssignmentWithBlanks(),
			new NoScriptSecurity(),
			new ScriptInSharedFolder(),
			new NoScriptUser(),
			new SuppressionWithoutReason(),
			new SuppressionOfUnknownRule(),
			new UnusedSuppression(),
			new UnreadableSetting());

	private static final Map<String, RuleInfo> BY_WORD = new LinkedHashMap<>();

	static {
		for (Rule rule : RULES) {
			BY_WORD.put(rule.info().id(), rule.info());
			BY_WORD.put(rule.info().name(), rule.info());
		}
	}

	private RuleCatalog() {
	}

	/** What there is to say about each rule, by id. */
	public static List<RuleInfo> all() {
		return RULES.stream().map(Rule::info).sorted(Comparator.comparing(RuleInfo::id)).toList();
	}

	/** The rule of that id or name. */
	public static Optional<RuleInfo> find(String idOrName) {
		return Optional.ofNullable(BY_WORD.get(idOrName));
	}

	/** In the order in which they run: a rule may look at what earlier ones found. */
	static List<Rule> rules() {
		return RULES;
	}
}
