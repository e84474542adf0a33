package org.liaison.platform.api.account;

import java.time.LocalDate;
import org.liaison.platform.api.Role;

/**
 * What somebody asks for: an account with a role, or a further role of an account that is there (账户申请).
 *
 * @param account login name, 2 to 50 characters of {@code a-z 0-9 . _ -}
 * @param name the name of the one person who will use it
 * @param role the role asked for
 * @param scope {@code ALL} or {@code KIND:id}, as in {@link org.liaison.platform.api.Scope}; null = the requester's own
 *     office or dispatching unit, or all of them
 * @param until last day of the role in Asia/Shanghai, inclusive; null = open
 * @param reason why, at most 500 characters; may be null
 */
public record NewAccountRequest(String account, String name, Role role, String scope, LocalDate until, String reason) {}
