/**
 * A second context, of the tests alone: its own tables, permission table and REST interface. It asks registration for one
 * thing, and must stay up when registration is away.
 */
@Export
@Version("1.0.0")
package org.liaison.itests.neighbour;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
