package org.liaison.platform.internal.database;

import javax.sql.DataSource;

/**
 * The database as the account that owns the schemas sees it. A service of this bundle's own type: no other bundle gets it.
 *
 * @param source unpooled, one connection a call
 * @param runtime account that is granted what the running platform needs; null when one account does both
 */
record Owner(DataSource source, String runtime) {}
