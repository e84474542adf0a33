package org.liaison.benchmarks.peers;

import java.util.List;

/**
 * One read of the platform as it was observed: the statements it sent, the login's apart, and the bytes it answered.
 *
 * @param statements in their order
 * @param answer the body in UTF-8; of SOAP the payload alone
 */
public record Recorded(List<Statement> statements, String answer) {
    /** One prepared statement with its values as text. */
    public record Statement(String sql, List<String> values) {}
}
