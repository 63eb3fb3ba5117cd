package org.kaconf.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** The workbench starts with our plug-ins in it. */
class WorkbenchTest {

	@Test
	void knowsTheContentType() {
		assertThat(PlatformUI.isWorkbenchRunning()).isTrue();
		for (String name : new String[] { "web.kaconf", "keepalived.conf" }) {
			IContentType type = Platform.getContentTypeManager().findContentTypeFor(name);
			assertThat(type).as(name).isNotNull();
			assertThat(type.getId()).isEqualTo("org.kaconf.ui.contentType");
		}
	}
}
