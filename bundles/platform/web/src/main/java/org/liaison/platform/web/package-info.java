/** How a context puts its REST and SOAP interfaces on the web: one publisher, one login, one language of errors. */
@Export
@Version("1.0.0")
package org.liaison.platform.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
