/** What every context's commands print with: tables for people and JSON for scripts. */
@Export
@Version("1.0.0")
package org.liaison.platform.api.console;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
