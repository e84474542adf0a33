package org.liaison.platform.internal.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.SecondFactor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Second factors: the secret encrypted, recovery codes as hashes. A code works once over all nodes, whatever it was used for. */
@Component(
        service = {SecondFactor.class, JdbcSecondFactor.class},
        configurationPid = LoginSettings.PID)
public final class JdbcSecondFactor implements SecondFactor {
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    // a code is checked also while the trail is away
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail trail;

    private final SecondFactorTable table;
    private final Guesses guesses;
    private final SecretStore secrets;
    private final Operations operations;
    private final Clock clock;
    private final Set<Role> required;

    @Activate
    public JdbcSecondFactor(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference SecretStore secrets,
            @Reference Operations operations,
            @Reference Clock clock,
            LoginSettings settings) {
        this(source, secrets, operations, clock, GuessLimits.of(settings), roles(settings.secondFactorRoles()));
    }

    JdbcSecondFactor(
            DataSource source,
            SecretStore secrets,
            Operations operations,
            Clock clock,
            GuessLimits limits,
            Set<Role> required) {
        this.table = new SecondFactorTable(new Rows(source));
        this.guesses = new Guesses(new GuessTable(source), limits, clock, new AccessLog(() -> trail, clock));
        this.secrets = secrets;
        this.operations = operations;
        this.clock = clock;
        this.required = required;
    }

    /** @throws IllegalArgumentException when a role is none, so that a slip of the pen does not turn the factor off */
    static Set<Role> roles(String setting) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }

    /** Whether a role of the account asks for a second factor. */
    boolean requiredOf(Account account) {
        return account.bindings().stream().anyMatch(binding -> required.contains(binding.role()));
    }

    /** Whether a password alone does not let this account in. */
    boolean bars(Account account) {
        return requiredOf(account) || confirmed(account.account());
    }

    boolean confirmed(String account) {
        return table.find(account).filter(SecondFactorTable.Factor::confirmed).isPresent();
    }

    /** Uses a code up: one by time, or a recovery code. @return whether it was right and new */
    boolean pass(String account, String code) {
        String typed = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return typed.length() == Totp.DIGITS ? byTime(account, typed) : table.use(account, typed);
    }

    private boolean byTime(String account, String code) {
        Optional<SecondFactorTable.Factor> factor = table.find(account);
        Optional<byte[]> secret = secrets.read(id(account)).map(Base64.getDecoder()::decode);
        if (factor.isEmpty() || secret.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.step(secret.get(), code, factor.get().lastStep(), clock.millis());
        return step.isPresent() && table.use(account, step.getAsLong());
    }

    private static String id(String account) {
        return "second-factor:" + account;
    }

    @Override
    public boolean has(Caller caller) {
        return operations.read(caller, PlatformPermissions.OWN_FACTOR, scope -> confirmed(caller.account()));
    }

    @Override
    public Enrolment enrol(Caller caller) {
        return act(caller, caller.account(), PlatformPermissions.OWN_FACTOR_CHANGE, "登记", account -> {
            if (confirmed(account)) {
                throw new Conflict("SECOND_FACTOR_EXISTS", "已启用双因素认证，更换前请先停用");
            }
            byte[] secret = random(SECRET_BYTES);
            secrets.keep(id(account), Base64.getEncoder().encodeToString(secret));
            table.begin(account);
            String text = Totp.base32(secret);
            String label = URLEncoder.encode("Liaison:" + account, StandardCharsets.UTF_8);
            return new Enrolment(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=Liaison");
        });
    }

    @Override
    public List<String> confirm(Caller caller, String code) {
        return act(caller, caller.account(), PlatformPermissions.OWN_FACTOR_CHANGE, "启用", account -> {
            if (table.find(account).filter(factor -> !factor.confirmed()).isEmpty()) {
                throw notEnrolled();
            }
            if (code == null || !byTime(account, code.strip())) {
                throw wrong();
            }
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < RECOVERY_CODES; i++) {
                codes.add(Totp.base32(random(RECOVERY_BYTES)));
            }
            table.confirm(account, codes);
            table.changed(account);
            return codes.stream().map(JdbcSecondFactor::grouped).toList();
        });
    }

    @Override
    public void drop(Caller caller, String code) {
        Attempt attempt = new Attempt(caller.account(), caller.channel(), caller.source());
        // whoever found a session open must not try out codes on it
        guesses.admit(attempt);
        guesses.begin(attempt);
        act(caller, caller.account(), PlatformPermissions.OWN_FACTOR_CHANGE, "停用", account -> {
            if (!confirmed(account)) {
                throw notEnrolled();
            }
            if (code == null || !pass(account, code)) {
                throw wrong();
            }
            return remove(account);
        });
        guesses.right(attempt);
    }

    @Override
    public void reset(Caller caller, String account) {
        act(caller, account, "platform.user.second-factor", "停用", this::remove);
    }

    private Void remove(String account) {
        if (!table.drop(account)) {
            throw notEnrolled();
        }
        secrets.drop(id(account));
        table.changed(account);
        return null;
    }

    private <T> T act(Caller caller, String account, String operation, String what, Function<String, T> work) {
        return operations.run(
                caller,
                Act.of(operation, "account", account, null),
                unit -> new Done<>(work.apply(account), account, 0, null, null, null, what),
                (scope, id) -> null);
    }

    private static byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        RANDOM.nextBytes(made);
        return made;
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    private static Conflict notEnrolled() {
        return new Conflict("NOT_ENROLLED", "尚未登记双因素认证");
    }

    private static Invalid wrong() {
        return new Invalid("code", "CODE_WRONG", "动态口令不正确或已经用过");
    }
}
