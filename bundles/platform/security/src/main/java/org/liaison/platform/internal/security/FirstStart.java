package org.liaison.platform.internal.security;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first start: one SEC account with a one-time password and nothing else (domain page 3.11). In demonstration mode one
 * account a Bureau role comes beside it, marked 演示. The passwords stand in a file that only the owner can read.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.liaison.platform")
public final class FirstStart {
    private static final List<Role> DEMONSTRATION =
            List.of(Role.SEC, Role.CLK, Role.REV, Role.LDR, Role.PSU, Role.OPS, Role.AUD);

    private static final String FILE = "first-accounts.txt";
    private static final String UNFINISHED = "first-accounts.unfinished";
    private static final String LOCK = "first-accounts.lock";
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final AccountTable accounts;
    private final Path data;
    private final int rounds;
    private final Thread work;
    private ServiceRegistration<Done> done;

    /** Published once the first accounts are there: before that nobody can log in, and the platform is not ready. */
    static final class Done {}

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
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            Settings settings) {
        this(context, source, settings, PasswordHash.ROUNDS);
    }

    FirstStart(BundleContext context, DataSource source, Settings settings, int rounds) {
        this.rounds = rounds;
        accounts = new AccountTable(source);
        data = Path.of(settings.data());
        // The slow hashes of several passwords take longer than the rest of the bundle's start.
        work = new Thread(() -> start(context, settings.demo()), "liaison-first-start");
        work.start();
    }

    @Deactivate
    void end() throws InterruptedException {
        work.join();
        if (done != null) {
            done.unregister();
        }
    }

    private void start(BundleContext context, boolean demo) {
        try {
            if (accounts.isEmpty() || Files.exists(data.resolve(UNFINISHED))) {
                makeOnce(demo);
            }
            done = context.registerService(Done.class, new Done(), null);
        } catch (IOException | RuntimeException e) {
            LOG.error("the first accounts could not be made; the next start tries again", e);
        }
    }

    // Nodes that start together share the folder: one makes the accounts, the others find them.
    private void makeOnce(boolean demo) throws IOException {
        Files.createDirectories(data);
        try (FileChannel lock =
                FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (accounts.isEmpty()) {
                make(demo);
            }
            if (Files.exists(data.resolve(UNFINISHED))) {
                Files.move(data.resolve(UNFINISHED), data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    // What is in the file comes first: accounts whose passwords nobody knows would lock everybody out for good.
    private void make(boolean demo) throws IOException {
        List<String> lines = new ArrayList<>();
        List<AccountTable.Stored> made = new ArrayList<>();
        for (Role role : demo ? DEMONSTRATION : List.of(Role.SEC)) {
            boolean oneTime = role == Role.SEC;
            String account = role.name().toLowerCase(Locale.ROOT);
            String name = oneTime ? role.label() : "演示" + role.label();
            String password = PasswordHash.oneTime();
            lines.add(account + "\t" + password + "\t" + name + (oneTime ? "（一次性密码，首次使用须修改）" : ""));
            Binding binding = new Binding(role, Scope.ALL, null);
            made.add(new AccountTable.Stored(
                    new Account(account, name, "ACTIVE", oneTime, List.of(binding)),
                    PasswordHash.of(password.toCharArray(), rounds),
                    0,
                    false));
        }
        write(lines);
        accounts.insertAll(made);
    }

    private void write(List<String> lines) throws IOException {
        Path file = data.resolve(UNFINISHED);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, lines);
    }
}
