package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.account.AccountAdministration;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/** What the commands about accounts and requests share. */
abstract class AccountAction extends ActingAction {
    @Reference(optional = true)
    AccountAdministration administration;

    @Reference(optional = true)
    AccountRequests requests;

    final void show(PrintStream out, AccountFile file) {
        if (json) {
            out.println(JsonText.of(file));
            return;
        }
        out.println(file.account() + " " + file.name() + " " + file.state().label()
                + (file.mustChange() ? "（尚未修改一次性密码）" : ""));
        roles(out, file);
    }

    final void roles(PrintStream out, AccountFile file) {
        WideTable table = new WideTable("角色", "名称", "范围", "最后一日");
        file.roles()
                .forEach(held -> table.row(
                        held.role().name(),
                        held.role().label(),
                        held.scope(),
                        held.until() == null ? "" : held.until().toString()));
        print(out, table);
    }

    final void show(PrintStream out, AccountRequest request) {
        out.println(json ? JsonText.of(request) : line(request));
    }

    static String line(AccountRequest request) {
        return "申请 " + request.id() + "：" + request.account() + " " + request.name() + " " + request.role() + "@"
                + request.scope() + "，" + request.state().label();
    }

    /** Reads {@code ROLE} or {@code ROLE@SCOPE}; without a scope it is everything. */
    static Binding binding(String role) {
        return UserCreateCommand.bindings(List.of(role), null).get(0);
    }

    /** The scope behind the role; null when none is given. */
    static String scope(String role) {
        return role.indexOf('@') < 0 ? null : role.substring(role.indexOf('@') + 1);
    }

    /** @param option its name without the hyphens */
    static LocalDate day(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Invalid.malformed(option, "DATE_FORM", "日期应写作 2026-12-31 的形式");
        }
    }

    static <E extends Enum<E>> E code(Class<E> type, String option, String text) {
        try {
            return text == null ? null : Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw Invalid.malformed(option, "CODE", option + "的值“" + text + "”不在允许的范围内");
        }
    }
}
