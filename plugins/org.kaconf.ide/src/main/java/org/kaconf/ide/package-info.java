/**
 * What an editor of Kaconf files needs, as plain records: completion, hover, outline, colours, diagnostics, and so on.
 *
 * <p>Offsets and lengths count UTF-16 units of the text as Java strings do, from 0. Nothing here knows of a workbench or a
 * protocol: the Eclipse editor calls {@link org.kaconf.ide.IdeServices} in process, and an LSP server is a second door to it.
 */
package org.kaconf.ide;
