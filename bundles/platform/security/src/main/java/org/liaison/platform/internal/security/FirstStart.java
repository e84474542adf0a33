package org.liaison.platform.internal.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The first start: one SEC account with a one-time password and nothing else (domain page 3.11). In demonstration mode one
 * account a Bureau role comes beside it, marked 演示. The passwords stand in a file that only the owner can read.
 */
@Component(service = FirstStart.class, immediate = true, configurationPid = "org.liaison.platform")
public final class FirstStart {
    private static final List<Role> DEMONSTRATION = List.of(Role.CLK, Role.REV, Role.LDR, Role.PSU, Role.OPS, Role.AUD);

    private final AccountTable accounts;
    private final Path data;

    /** The settings that this component reads of {@code etc/org.liaison.platform.cfg}. */
    @ObjectClassDefinition(name = "Liaison first start")
    @interface Settings {
        @AttributeDefinition(description = "Directory of everything that is not the program")
        String data() default "data";

        @AttributeDefinition(description = "Demonstration mode")
        boolean demo() default false;
    }

    @Activate
    public FirstStart(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            Settings settings) {
        accounts = new AccountTable(source);
        data = Path.of(settings.data());
        if (accounts.isEmpty()) {
            start(settings.demo());
        }
    }

    private void start(boolean demo) {
        List<String> lines = new ArrayList<>();
        lines.add(make("sec", "安全管理员", Role.SEC, true));
        if (demo) {
            for (Role role : DEMONSTRATION) {
                lines.add(make(role.name().toLowerCase(java.util.Locale.ROOT), "演示" + role.label(), role, false));
            }
        }
        write(lines);
    }

    private String make(String account, String name, Role role, boolean oneTime) {
        String password = PasswordHash.oneTime();
        accounts.insert(account, name, PasswordHash.of(password.toCharArray()), oneTime);
        accounts.bind(account, new Binding(role, Scope.ALL, null));
        return account + "\t" + password + "\t" + name + (oneTime ? "(一次性密码,首次使用须修改)" : "");
    }

    private void write(List<String> lines) {
        try {
            Files.createDirectories(data);
            Path file = data.resolve("first-accounts.txt");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
