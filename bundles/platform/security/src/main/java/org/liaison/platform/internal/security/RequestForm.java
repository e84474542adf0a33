package org.liaison.platform.internal.security;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.account.NewAccountRequest;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.rules.FreeText;

/** What a request and its decision have to say. No state. */
final class RequestForm {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SCOPE = 80;
    private static final Pattern CITY = Pattern.compile("37\\d{2}00");

    private RequestForm() {}

    /**
     * Checks a request.
     *
     * @param acting what the requester acts as
     * @param found takes every violation
     * @return what the role would cover; empty when that cannot be said
     */
    static Optional<Scope> check(NewAccountRequest wanted, Binding acting, LocalDate today, List<Violation> found) {
        AccountNames.checkLogin(wanted.account(), found);
        AccountNames.checkPerson(wanted.name(), found);
        text("reason", wanted.reason(), found);
        if (wanted.until() != null && wanted.until().isBefore(today)) {
            found.add(new Violation("until", "DATE_PAST", "最后一日不得早于今天"));
        }
        if (wanted.role() == null) {
            found.add(new Violation("role", "REQUIRED", "此项必填"));
            return Optional.empty();
        }
        if (RequestWorkflow.rule(acting.role(), wanted.role()).isEmpty()) {
            found.add(new Violation("role", "ROLE_NOT_REQUESTABLE", "您不能申请此角色"));
            return Optional.empty();
        }
        Optional<Scope> scope = scope(wanted.scope(), acting.scope());
        if (scope.isEmpty() || !fits(wanted.role(), scope.get())) {
            found.add(new Violation("scope", "SCOPE_FORM", "范围与角色不符，应写作ALL或CITY:370100等形式"));
            return Optional.empty();
        }
        // what the requester does not cover cannot be asked for
        if (acting.scope().kind() != Scope.Kind.ALL && !scope.get().equals(acting.scope())) {
            found.add(new Violation("scope", "SCOPE_FOREIGN", "只能为本人所在的办事机构、派出单位或城市申请"));
            return Optional.empty();
        }
        return scope;
    }

    private static Optional<Scope> scope(String typed, Scope own) {
        if (typed == null) {
            return Optional.of(own);
        }
        try {
            return typed.length() > LONGEST_SCOPE ? Optional.empty() : Optional.of(Scope.parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(Role role, Scope scope) {
        return switch (role.reach()) {
                // a clerk may be limited to a host city (domain page 6.1)
            case ALL -> scope.kind() == Scope.Kind.ALL
                    || role == Role.CLK
                            && scope.kind() == Scope.Kind.CITY
                            && CITY.matcher(scope.id()).matches();
            case OFFICE -> scope.kind() == Scope.Kind.OFFICE;
            case DISPATCHER -> scope.kind() == Scope.Kind.DISPATCHER;
            case TASK -> scope.kind() == Scope.Kind.TASK;
        };
    }

    /** @throws Invalid when the words of the decision are missing or wrong */
    static void checkDecision(RequestEvent event, String text) {
        if (event == RequestEvent.REJECT && (text == null || text.isBlank())) {
            throw new Invalid("text", "REQUIRED", "应说明不予批准的理由");
        }
        List<Violation> found = new ArrayList<>();
        text("text", text, found);
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }

    private static void text(String path, String typed, List<Violation> found) {
        if (typed != null && typed.length() > LONGEST_TEXT) {
            found.add(new Violation(path, "TEXT_TOO_LONG", "不得超过" + LONGEST_TEXT + "个字符"));
        }
        FreeText.identityNumber(path, typed).ifPresent(found::add);
    }
}
