/** A context of the tests alone: it has a persistence unit of its own, so that one transaction can span two. */
@Export
@Version("1.0.0")
package org.liaison.itests.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
