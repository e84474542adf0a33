package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LegacyAccounts;
import org.liaison.platform.api.LegacyAccounts.NewLegacyAccount;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:legacy-create}: an account for an old system, with its secret. */
@Service
@Command(scope = "platform", name = "legacy-create", description = "为旧系统新建账户并生成密钥")
public final class LegacyCreateCommand extends PlatformAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Argument(index = 1, name = "name", required = true, description = "系统名称")
    String name;

    @Option(name = "--owner", required = true, description = "责任人的账户名")
    String owner;

    @Option(name = "--scope", required = true, multiValued = true, description = "接口范围，如 office.read")
    @Completion(ApiScopeCompleter.class)
    List<String> scopes;

    @Option(name = "--from", required = true, multiValued = true, description = "来源地址，CIDR，如 10.1.2.0/24")
    List<String> addresses;

    @Option(name = "--until", required = true, description = "有效期的最后一日，如 2026-12-31")
    String until;

    @Option(name = "--digest", description = "客户端只能使用PasswordDigest：密钥另行加密保存")
    boolean digest;

    @Option(name = "--dry-run", description = "只检查，不新建")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    LegacyAccounts accounts;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        NewLegacyAccount wanted = wanted();
        if (dryRun) {
            there(accounts).check(caller, wanted);
            out.println("检查通过，未新建：" + account + " " + name);
            return;
        }
        print(out, json, "已新建账户 ", account, there(accounts).create(caller, wanted));
    }

    static void print(PrintStream out, boolean json, String done, String account, String secret) {
        out.println(json ? JsonText.of(new Issued(account, secret)) : done + account + "，密钥（只显示这一次）：" + secret);
    }

    private NewLegacyAccount wanted() {
        Set<ApiScope> held = EnumSet.noneOf(ApiScope.class);
        for (String code : scopes) {
            held.add(ApiScope.of(code)
                    .orElseThrow(() -> Invalid.malformed("scope", "SCOPE_UNKNOWN", "没有接口范围“" + code + "”")));
        }
        return new NewLegacyAccount(account, name, owner, held, addresses, AccountAction.day("until", until), digest);
    }

    /** What a script gets. */
    public record Issued(String account, String secret) {}
}
