/** Filing registration (备案登记) and the register of offices. */
@Export
@Version("1.0.0")
package org.liaison.registration.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
