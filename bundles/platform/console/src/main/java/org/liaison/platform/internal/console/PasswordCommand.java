package org.liaison.platform.internal.console;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Callers;

/** {@code platform:password}: changes one's own password; asks for it, so that it stays out of the history. */
@Service
@Command(scope = "platform", name = "password", description = "修改自己的密码")
public final class PasswordCommand extends PlatformAction {
    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Accounts accounts;

    @Override
    void run(PrintStream out) throws IOException {
        String present = session.readLine("原密码：", '*');
        String wanted = session.readLine("新密码：", '*');
        String again = session.readLine("再输一次新密码：", '*');
        if (present == null || wanted == null || !wanted.equals(again)) {
            out.println("两次输入的新密码不一致，未修改");
            return;
        }
        there(accounts).changePassword(caller(callers), present.toCharArray(), wanted.toCharArray());
        out.println("密码已修改，请重新登录");
    }
}
