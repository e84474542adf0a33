package org.liaison.platform.api;

/**
 * A UsernameToken as it came in (WS-Security 用户名令牌), all texts as they stand in the element.
 *
 * @param password the password, or Base64 of {@code SHA-1(nonce + created + password)}
 * @param digest whether it is the digest
 * @param nonce Base64; null when there is none
 * @param created date and time of XML Schema; null when there is none
 */
public record UsernameToken(String account, String password, boolean digest, String nonce, String created) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "UsernameToken of " + account;
    }
}
