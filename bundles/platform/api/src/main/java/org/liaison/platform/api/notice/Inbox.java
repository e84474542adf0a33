package org.liaison.platform.api.notice;

import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One's own notices (消息). A notice belongs to an account and to the scope it was told under: it is seen under an acting
 * binding with that scope only, so it disappears with the binding (own-office rule, domain page 6.3). Thread-safe.
 */
@ProviderType
public interface Inbox {
    /** More unread notices than this are not counted. */
    int MOST_UNREAD = 100;

    /**
     * Newest first ({@code platform.notice.list}).
     *
     * @param unread whether only unread ones are wanted
     */
    Page<Notice> list(Caller caller, boolean unread, PageRequest page);

    /** How many are unread, at most {@link #MOST_UNREAD} ({@code platform.notice.list}). */
    int unread(Caller caller);

    /** @throws NotFound when it is not there, or another person's or another scope's ({@code platform.notice.list}) */
    Notice get(Caller caller, String id);

    /**
     * Marks a notice as read ({@code platform.notice.read}).
     *
     * @param version as it was read
     * @param key idempotency key; null = none
     * @throws NotFound as {@link #get}
     * @throws Conflict {@code STALE}
     */
    Notice read(Caller caller, String id, long version, String key);

    /** Where the caller wants to be told besides the inbox ({@code platform.address.read}). */
    Addresses addresses(Caller caller);

    /**
     * Says where one wants to be told ({@code platform.address.change}).
     *
     * @param addresses the version in it is the one that was read
     * @throws Invalid {@code EMAIL_FORM}, {@code MOBILE_FORM}
     * @throws Conflict {@code STALE}
     */
    Addresses putAddresses(Caller caller, Addresses addresses, String key);

    /**
     * One's own addresses for notices (通知地址).
     *
     * @param email null = no mail
     * @param mobile mobile telephone number of the mainland, 11 digits; null = no text messages
     * @param version row version; 0 = none were ever given
     */
    record Addresses(String email, String mobile, long version) {
        /** Addresses are a person's own: they do not come into logs. */
        @Override
        public String toString() {
            return "Addresses[version=" + version + "]";
        }
    }
}
