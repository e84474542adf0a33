/** Administration of accounts (账户管理): requests, roles, states; domain pages 3.11 and 6.2 row 34. */
@Export
@Version("1.0.0")
package org.liaison.platform.api.account;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
