package org.liaison.platform.api.account;

import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Requests for accounts and roles (账户申请): requested by one person, approved by another one, carried out by a security
 * administrator (domain pages 3.11 and 6.2 row 34). Requests of another office are not there. Thread-safe.
 */
@ProviderType
public interface AccountRequests {
    /**
     * Asks for an account or a role ({@code platform.account-request.request}).
     *
     * @param key idempotency key; null = none
     * @throws Invalid with every field that is wrong; {@code ROLE_NOT_REQUESTABLE}, {@code SCOPE_FOREIGN} among them
     * @throws Conflict {@code REQUEST_OPEN} when the same is asked for already
     */
    AccountRequest request(Caller caller, NewAccountRequest wanted, String key);

    /** One request ({@code platform.account-request.read}). @throws NotFound when it is not there for the caller */
    AccountRequest get(Caller caller, String id);

    /**
     * Requests in the caller's reach, the newest first ({@code platform.account-request.read}).
     *
     * @param state only those in this state; null = all
     */
    Page<AccountRequest> list(Caller caller, RequestState state, PageRequest page);

    /**
     * Approves, rejects or withdraws a request.
     *
     * @param event APPROVE, REJECT or WITHDRAW
     * @param text words of the decision, required for REJECT, at most 500 characters
     * @throws Forbidden when another role decides on it, or it is somebody else's to withdraw
     * @throws Conflict {@code SAME_PERSON} when the approver asked for it or is to get it; {@code ROLE_MIX},
     *     {@code TWO_OFFICES}, {@code THREE_FILERS}, {@code NAME_DIFFERS} when it could not be carried out; {@code STALE}
     */
    AccountRequest decide(Caller caller, String id, long version, RequestEvent event, String text, String key);

    /**
     * Makes the account, or gives the role to the account that is there ({@code platform.account-request.carry-out}).
     *
     * @throws Conflict as {@link #decide}
     */
    CarriedOut carryOut(Caller caller, String id, long version, String key);

    /**
     * A request that was carried out.
     *
     * @param oneTimePassword of the new account, shown once and never again; null when the account was there
     */
    record CarriedOut(AccountRequest request, String oneTimePassword) {
        @Override
        public String toString() {
            return "CarriedOut[" + request + "]";
        }
    }
}
