package org.liaison.platform.api.account;

import java.time.LocalDate;
import org.liaison.platform.api.Role;

/**
 * Which role of an account ends, and when (角色终止).
 *
 * @param role the role
 * @param scope what it is held in, {@code ALL} or {@code KIND:id} as in {@link org.liaison.platform.api.Scope}; null = ALL
 * @param until its last day in Asia/Shanghai, inclusive; null = it ends at once
 * @param reason why, 1 to 500 characters
 */
public record RoleEnd(Role role, String scope, LocalDate until, String reason) {}
