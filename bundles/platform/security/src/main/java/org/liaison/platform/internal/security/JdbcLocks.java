package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.HealthCheck;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Locks;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locks as administrators see them: the rows of wrong passwords that hold somebody now. */
@Component(
        service = {Locks.class, HealthCheck.class},
        configurationPid = LoginSettings.PID)
public final class JdbcLocks implements Locks, HealthCheck {
    private static final int MOST = 200;

    private final GuessTable table;
    private final GuessLimits limits;
    private final Operations operations;
    private final Clock clock;

    @Activate
    public JdbcLocks(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Operations operations,
            @Reference Clock clock,
            LoginSettings settings) {
        this(source, operations, clock, GuessLimits.of(settings));
    }

    JdbcLocks(DataSource source, Operations operations, Clock clock, GuessLimits limits) {
        this.table = new GuessTable(source);
        this.limits = limits;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public List<Lock> list(Caller caller) {
        return operations.read(caller, "platform.lock.list", scope -> locks());
    }

    private List<Lock> locks() {
        return table.held(clock.millis(), MOST).stream()
                .filter(held -> held.guess().failures() >= limit(held.id()).most())
                .map(held -> new Lock(
                        kind(held.id()),
                        held.id().substring(Attempt.ACCOUNT.length()),
                        held.guess().failures(),
                        Instant.ofEpochMilli(held.guess().until())))
                .toList();
    }

    @Override
    public void unlock(Caller caller, Kind kind, String name) {
        operations.run(
                caller,
                Act.of("platform.user.unlock", kind == Kind.SOURCE ? "source" : "account", name, null),
                unit -> {
                    if (!table.delete(row(kind, name))) {
                        throw new Conflict("NOT_LOCKED", "没有被锁定，也没有口令错误的记录");
                    }
                    return Done.of(null, name, 0, null);
                },
                (scope, id) -> null);
    }

    private static String row(Kind kind, String name) {
        if (kind == null) {
            throw new Invalid("kind", "REQUIRED", "此项必填");
        }
        if (name == null || name.isBlank()) {
            throw new Invalid("name", "REQUIRED", "此项必填");
        }
        return kind == Kind.ACCOUNT ? Attempt.ACCOUNT + name : Attempt.SOURCE + Attempt.place(name);
    }

    @Override
    public Health check() {
        try {
            List<Lock> locks = locks();
            return locks.isEmpty()
                    ? new Health("登录锁定", Level.OK, "没有账户或来源被锁定", null)
                    : new Health(
                            "登录锁定",
                            Level.WARN,
                            locks.size() + "个账户或来源因口令错误被锁定",
                            "用 platform:lock-list 查看；确属本人的，由安全管理员用 platform:user-unlock 解锁");
        } catch (LiaisonException e) {
            return new Health("登录锁定", Level.BAD, "数据库不可用，无法查看", "检查数据库");
        }
    }

    private GuessLimit limit(String row) {
        return kind(row) == Kind.ACCOUNT ? limits.account() : limits.source();
    }

    private static Kind kind(String row) {
        return row.startsWith(Attempt.ACCOUNT) ? Kind.ACCOUNT : Kind.SOURCE;
    }
}
