/** Value types, errors and services that every bundle of the platform is built on. */
@Export
@Version("1.0.0")
package org.liaison.platform.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
