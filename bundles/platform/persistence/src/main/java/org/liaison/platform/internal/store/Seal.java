package org.liaison.platform.internal.store;

/**
 * One link of the chain (封存).
 *
 * @param seq 1, 2, 3 … without gaps
 * @param hash SHA-256 over sequence, record, its HMAC and the link before
 * @param mac HMAC of sequence and hash
 */
record Seal(long seq, long auditId, String previous, String hash, String mac) {}
