/** Who may do what and why, as administrators ask it (权限核查). */
@Export
@Version("1.0.0")
package org.liaison.platform.api.permission;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
