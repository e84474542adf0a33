/** Documents on paper (文书): a declarative sheet and the press that prints it as PDF. */
@Export
@Version("1.0.0")
package org.liaison.platform.api.paper;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
