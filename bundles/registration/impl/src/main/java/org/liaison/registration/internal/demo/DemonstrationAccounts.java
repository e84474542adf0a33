package org.liaison.registration.internal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.platform.api.account.NewAccountRequest;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.account.RequestState;

/** The accounts of the demonstration (演示账户): who acts in it, and the file that tells their passwords. */
final class DemonstrationAccounts {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final Set<RequestState> OPEN = EnumSet.of(RequestState.REQUESTED, RequestState.APPROVED);

    private final Accounts accounts;
    private final AccountRequests requests;
    private final Path file;
    private final SecureRandom random = new SecureRandom();

    /** @param data directory with the file of the first start */
    DemonstrationAccounts(Accounts accounts, AccountRequests requests, Path data) {
        this.accounts = accounts;
        this.requests = requests;
        this.file = data.resolve("first-accounts.txt");
    }

    boolean isThere(String account) {
        return accounts.find(account).isPresent();
    }

    /**
     * The account's person as a caller, under the first binding.
     *
     * @throws Unavailable while the first start has not made the account
     */
    Caller as(String account) {
        Account found = accounts.find(account).orElseThrow(() -> Unavailable.service("演示账户" + account));
        Binding acting = found.bindings().get(0);
        return new Caller(account, found.name(), found.bindings(), acting, Channel.SYSTEM, "demonstration");
    }

    /**
     * Makes the account unless it is there, as any other is made: asked for, approved by somebody else, carried out by the
     * security administrator. Its password is still a one-time one.
     */
    void make(String requester, String account, String name, Binding binding) {
        if (isThere(account)) {
            return;
        }
        Caller asking = as(requester);
        AccountRequest request = requests.list(asking, null, new PageRequest(200, null)).items().stream()
                .filter(one -> one.account().equals(account) && OPEN.contains(one.state()))
                .findFirst()
                .orElseGet(() -> requests.request(
                        asking,
                        new NewAccountRequest(
                                account, name, binding.role(), binding.scope().toString(), binding.until(), null),
                        null));
        if (request.state() == RequestState.REQUESTED) {
            Caller approver = as(request.approver().name().toLowerCase(Locale.ROOT));
            request = requests.decide(approver, request.id(), request.version(), RequestEvent.APPROVE, null, null);
        }
        requests.carryOut(as("sec"), request.id(), request.version(), null);
    }

    /** Gives an account that has a one-time password a lasting one, told in the file. */
    void settle(String account) {
        Caller person = as(account);
        if (accounts.find(account).orElseThrow().mustChange()) {
            String oneTime = accounts.resetPassword(as("sec"), account);
            String password = password();
            tell(account, password, person.name());
            accounts.changePassword(person, oneTime.toCharArray(), password.toCharArray());
        }
    }

    private String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private void tell(String account, String password, String name) {
        try {
            List<String> lines = new ArrayList<>();
            if (Files.exists(file)) {
                lines.addAll(Files.readAllLines(file));
                lines.removeIf(line -> line.startsWith(account + "\t"));
            }
            lines.add(account + "\t" + password + "\t" + name);
            // aside, since people read the file while it grows
            Path aside = file.resolveSibling("first-accounts.new");
            Files.deleteIfExists(aside);
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(aside, lines);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
