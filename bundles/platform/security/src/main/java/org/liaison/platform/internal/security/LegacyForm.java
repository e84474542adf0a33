package org.liaison.platform.internal.security;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LegacyAccounts.NewLegacyAccount;
import org.liaison.platform.api.LegacyAccounts.Terms;
import org.liaison.platform.api.Networks;
import org.liaison.platform.api.Violation;

/** What the request for an account of an old system has to say. No state. */
final class LegacyForm {
    private LegacyForm() {}

    /** @throws Invalid with every field that is wrong */
    static Terms terms(NewLegacyAccount wanted, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        AccountNames.checkLogin(wanted.account(), found);
        AccountNames.checkName("系统名称", wanted.name(), found);
        if (wanted.owner() == null || wanted.owner().isBlank()) {
            found.add(new Violation("owner", "REQUIRED", "应填写责任人的账户名"));
        }
        if (wanted.scopes() == null || wanted.scopes().isEmpty()) {
            found.add(new Violation("scopes", "SCOPES_MISSING", "请至少给出一个接口范围"));
        }
        Networks addresses = networks(wanted.addresses(), found);
        if (wanted.until() == null || wanted.until().isBefore(today)) {
            found.add(new Violation("until", "UNTIL_PAST", "应填写有效期的最后一日，不得早于今日"));
        }
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
        return new Terms(
                wanted.account(),
                AccountNames.display(wanted.name()),
                wanted.owner(),
                wanted.scopes(),
                addresses,
                wanted.until(),
                Boolean.TRUE.equals(wanted.digest()));
    }

    private static Networks networks(List<String> typed, List<Violation> found) {
        Networks networks = Networks.NONE;
        try {
            networks = typed == null ? networks : Networks.parse(String.join(",", typed));
        } catch (IllegalArgumentException e) {
            found.add(new Violation("addresses", "NETWORK_FORM", "来源地址应写作地址或CIDR，如 10.1.2.0/24，前缀以外的位须为零，至多50个"));
            return networks;
        }
        if (networks.list().isEmpty()) {
            found.add(new Violation("addresses", "ADDRESSES_MISSING", "请至少给出一个来源地址"));
        }
        return networks;
    }
}
