package org.liaison.registration.internal.certificate;

import java.time.LocalDate;
import java.util.Collection;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.registration.internal.store.CertificateEntity;

/** Who holds a certificate of the print queue (common rule j). */
final class Claims {
    private final Accounts accounts;

    Claims(Accounts accounts) {
        this.accounts = accounts;
    }

    void claim(CertificateEntity row, Caller caller, LocalDate today) {
        // whoever has lost the role does not hold the certificate up: a colleague takes it
        if (row.claimedBy() != null
                && !row.claimedBy().equals(caller.account())
                && holds(row.claimedBy(), caller.acting().role(), today)) {
            throw new Conflict("CLAIMED", "该件已由他人领取");
        }
        row.claim(caller.account());
    }

    void reassign(CertificateEntity row, Caller caller, String account, LocalDate today) {
        if (account == null || !holds(account, caller.acting().role(), today)) {
            throw new Invalid("account", "COLLEAGUE", "该账户不存在或没有相同的角色");
        }
        row.claim(account);
    }

    /** @throws Conflict {@code NOT_CLAIMED} */
    static void require(CertificateEntity row, Caller caller) {
        if (!caller.account().equals(row.claimedBy())) {
            throw new Conflict("NOT_CLAIMED", "请先领取该件再办理");
        }
    }

    private boolean holds(String account, Role role, LocalDate today) {
        return accounts.find(account).filter(found -> found.state().equals("ACTIVE")).map(Account::bindings).stream()
                .flatMap(Collection::stream)
                .anyMatch(binding -> binding.role() == role && binding.validOn(today));
    }
}
