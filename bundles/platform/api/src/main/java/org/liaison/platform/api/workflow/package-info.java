/** Workflows as declared tables. */
@Export
@Version("1.0.0")
package org.liaison.platform.api.workflow;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
