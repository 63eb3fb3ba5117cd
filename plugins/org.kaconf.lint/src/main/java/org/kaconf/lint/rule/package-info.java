/**
 * What rules are made of. A rule is a class below {@code org.kaconf.lint.rules}, in the package of its group, with a
 * {@link org.kaconf.lint.rule.RuleInfo} beside its code from which its page, its explanation in the editor and the tests of its examples
 * are made. It extends the class for what it looks at: statements ({@link org.kaconf.lint.rule.SiteRule}), values
 * ({@link org.kaconf.lint.rule.ValueRule}), instances, nodes, the members of a virtual router ({@link org.kaconf.lint.rule.RouterRule}) or
 * their agreement ({@link org.kaconf.lint.rule.AgreementRule}).
 */
package org.kaconf.lint.rule;
