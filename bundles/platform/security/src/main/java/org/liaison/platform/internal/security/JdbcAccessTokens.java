package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Access tokens in the schema security: any node finds any of them. */
@Component(service = {AccessTokens.class, JdbcAccessTokens.class})
public final class JdbcAccessTokens implements AccessTokens {
    private static final int MOST_OF_ONE = 20;
    private static final int MOST_LISTED = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DAYS = 366;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final AccessTokenTable table;
    private final Operations operations;
    private final Clock clock;

    @Activate
    public JdbcAccessTokens(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Operations operations,
            @Reference Clock clock) {
        this(source, operations, clock);
    }

    JdbcAccessTokens(DataSource source, Operations operations, Clock clock) {
        this.table = new AccessTokenTable(source);
        this.operations = operations;
        this.clock = clock;
    }

    /** Whether what was typed as a password can be a token. */
    static boolean looksLike(char[] password) {
        return password.length == PREFIX.length() + Secret.LENGTH
                && String.valueOf(password, 0, PREFIX.length()).equals(PREFIX);
    }

    @Override
    public Made make(Caller caller, String name, String acting, boolean readOnly, LocalDate until) {
        return operations.run(
                caller,
                Act.of(PlatformPermissions.OWN_TOKEN_CHANGE, "token", null, null),
                unit -> {
                    check(name, until, unit.today());
                    if (table.list(caller.account(), MOST_OF_ONE).size() >= MOST_OF_ONE) {
                        throw new Conflict("TOKEN_LIMIT", "每个账户最多" + MOST_OF_ONE + "个访问令牌，请先撤销不用的");
                    }
                    Binding binding = Bindings.choose(caller, acting);
                    if (!binding.own()) {
                        throw new Conflict("RE_DELEGATION", "受托的身份只能本人登录后使用，不能用于访问令牌");
                    }
                    AccessToken row = new AccessToken(
                            UUID.randomUUID().toString(),
                            caller.account(),
                            name.strip(),
                            binding.toString(),
                            readOnly,
                            until,
                            unit.now(),
                            null);
                    String token = PREFIX + Secret.make();
                    table.insert(row, Secret.hash(token));
                    String words = "新建：" + row.name() + "，" + row.acting() + (readOnly ? "，只读" : "") + "，至" + until;
                    return new Done<>(new Made(token, row), row.id(), 0, null, null, null, words);
                },
                (scope, id) -> null);
    }

    private static void check(String name, LocalDate until, LocalDate today) {
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("name", "NAME_FORM", "用途应为1至" + LONGEST_NAME + "个字符");
        }
        if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Invalid("until", "UNTIL_RANGE", "有效期的最后一日应在今日之后、" + LONGEST_DAYS + "日之内");
        }
    }

    @Override
    public List<AccessToken> own(Caller caller) {
        return operations.read(
                caller, PlatformPermissions.OWN_TOKENS, scope -> table.list(caller.account(), MOST_LISTED));
    }

    @Override
    public void revokeOwn(Caller caller, String id) {
        end(caller, PlatformPermissions.OWN_TOKEN_CHANGE, id, () -> table.delete(id, caller.account()));
    }

    @Override
    public Optional<Caller> caller(String token, Channel channel, String source) {
        if (!looksLike(token.toCharArray())) {
            return Optional.empty();
        }
        Optional<AccessTokenTable.Found> known = table.find(Secret.hash(token));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        AccessTokenTable.Found found = known.get();
        LocalDate today = LocalDate.now(clock);
        Optional<Binding> binding = found.account().bindings().stream()
                .filter(held -> held.validOn(today) && held.toString().equals(found.acting()))
                .findFirst();
        if (today.isAfter(found.until()) || !found.account().state().equals("ACTIVE") || binding.isEmpty()) {
            return Optional.empty();
        }
        long now = clock.millis();
        if (now - found.usedAt() >= MINUTE) {
            table.used(found.id(), found.usedAt(), now);
        }
        return Optional.of(Bindings.byToken(found.account(), binding.get(), found.readOnly(), channel, source));
    }

    @Override
    public List<AccessToken> list(Caller caller, String account) {
        return operations.read(caller, "platform.token.list", scope -> table.list(account, MOST_LISTED));
    }

    @Override
    public void revoke(Caller caller, String id) {
        end(caller, "platform.token.revoke", id, () -> table.delete(id));
    }

    private void end(Caller caller, String operation, String id, BooleanSupplier delete) {
        operations.run(
                caller,
                Act.of(operation, "token", id, null),
                unit -> {
                    if (!delete.getAsBoolean()) {
                        throw new NotFound();
                    }
                    return new Done<>(null, id, 0, null, null, null, "撤销");
                },
                (scope, known) -> null);
    }
}
