/** Rules as dated data, and the algorithms of dates, numbers and codes. */
@Export
@Version("1.0.0")
package org.liaison.platform.api.rules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
