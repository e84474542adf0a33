package org.liaison.platform.web.internal.me;

import java.util.List;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.HealthReport;
import org.liaison.platform.api.LegacyAccounts;
import org.liaison.platform.api.Locks;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.SecondFactor;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.account.AccountAdministration;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.platform.api.account.Delegations;
import org.liaison.platform.api.audit.AuditSearch;
import org.liaison.platform.api.notice.Inbox;
import org.liaison.platform.api.permission.Permissions;
import org.liaison.platform.web.Publication;
import org.liaison.platform.web.Publisher;
import org.liaison.platform.web.RestApi;
import org.liaison.platform.web.internal.account.AccountRequestsResource;
import org.liaison.platform.web.internal.account.AccountSessionsResource;
import org.liaison.platform.web.internal.account.AccountTokensResource;
import org.liaison.platform.web.internal.account.AccountsResource;
import org.liaison.platform.web.internal.account.AuditProofResource;
import org.liaison.platform.web.internal.account.AuditResource;
import org.liaison.platform.web.internal.account.DelegationsResource;
import org.liaison.platform.web.internal.account.HealthResource;
import org.liaison.platform.web.internal.account.LegacyAccountsResource;
import org.liaison.platform.web.internal.account.LocksResource;
import org.liaison.platform.web.internal.notice.AddressesResource;
import org.liaison.platform.web.internal.notice.NoticesResource;
import org.liaison.platform.web.internal.session.SecondFactorResource;
import org.liaison.platform.web.internal.session.SessionsResource;
import org.liaison.platform.web.internal.session.TokensResource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Publishes {@code /api/platform/v1} as long as there are accounts; inboxes come and go without it. */
@Component(service = {})
public final class PlatformRest {
    private final Publication publication;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Inbox inbox;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Sessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccountRequests requests;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SecondFactor factor;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccountAdministration administration;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccessTokens tokens;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditSearch search;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Permissions permissions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Delegations delegations;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Locks locks;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LegacyAccounts programs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Operations operations;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail trail;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile HealthReport health;

    @Activate
    public PlatformRest(BundleContext bundle, @Reference Publisher publisher, @Reference Accounts accounts) {
        publication = publisher.publish(new RestApi(
                bundle,
                "platform",
                List.of(
                        new MeResource(accounts, () -> there(permissions, "权限核查")),
                        new NoticesResource(() -> there(inbox, "消息")),
                        new AddressesResource(() -> there(inbox, "消息")),
                        new SessionsResource(() -> there(sessions, "登录服务")),
                        new SecondFactorResource(() -> there(factor, "双因素认证")),
                        new TokensResource(() -> there(tokens, "访问令牌")),
                        new MayResource(() -> there(permissions, "权限核查")),
                        new PermissionsResource(() -> there(permissions, "权限核查")),
                        new AccountRequestsResource(() -> there(requests, "账户申请")),
                        new AccountsResource(
                                () -> there(administration, "账户管理"), () -> there(factor, "双因素认证"), accounts),
                        new AccountSessionsResource(() -> there(sessions, "登录服务")),
                        new AccountTokensResource(() -> there(tokens, "访问令牌")),
                        new LocksResource(() -> there(locks, "登录锁定")),
                        new LegacyAccountsResource(() -> there(programs, "旧系统账户")),
                        new DelegationsResource(() -> there(delegations, "委托")),
                        new AuditResource(() -> there(search, "审计查询")),
                        new AuditProofResource(() -> there(operations, "业务入口"), () -> there(trail, "审计记录")),
                        new HealthResource(() -> there(operations, "业务入口"), () -> there(health, "平台状态"))),
                bundle.getBundle().getEntry("rest-api/platform-v1.json")));
    }

    @Deactivate
    void close() {
        publication.close();
    }

    private static <T> T there(T service, String name) {
        if (service == null) {
            throw Unavailable.service(name);
        }
        return service;
    }
}
