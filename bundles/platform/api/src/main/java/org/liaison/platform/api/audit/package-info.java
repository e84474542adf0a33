/** Search in the audit trail (审计查询), domain page 6.2 row 36. */
@Export
@Version("1.0.0")
package org.liaison.platform.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
