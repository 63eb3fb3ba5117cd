/**
 * A language server: the second door to {@link org.kaconf.ide.IdeServices}, for editors that speak the Language Server Protocol.
 *
 * <p>It adds nothing of its own: offsets become lines and characters, records become messages.
 */
package org.kaconf.ide.lsp;
