package org.liaison.platform.api.permission;

import java.util.List;
import java.util.SortedSet;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.osgi.annotation.versioning.ProviderType;

/** The permission simulator (权限核查): asks the gate itself what it would say to somebody. Thread-safe. */
@ProviderType
public interface Permissions {
    /**
     * Whether an account may call an operation today ({@code platform.permission.ask}). What only the state of a case
     * decides (the event fits, the case is claimed, by another person) is not asked.
     *
     * @param account login name
     * @param operation name in a permission table, e.g. {@code registration.application.approve}
     * @param id the thing to be acted on; null = none. An id that is missing is answered like a foreign one
     * @throws NotFound when there is no such account
     */
    Answer may(Caller caller, String account, String operation, String id);

    /**
     * Every operation that the gate would let the caller call under the acting binding now, by name; only what belongs to one's own
     * account as long as none of several bindings is chosen. Anybody may ask this of himself.
     */
    SortedSet<String> own(Caller caller);

    /**
     * The permission matrix (权限矩阵): every row of the tables that the gate reads now, by operation. For those who may ask the
     * simulator ({@code platform.permission.ask}).
     */
    List<Row> matrix(Caller caller);

    /**
     * A row of a permission table.
     *
     * @param context whose table it stands in, e.g. {@code registration}
     * @param grants in the order of the roles
     */
    record Row(String context, String operation, List<Grant> grants) {
        public Row {
            grants = List.copyOf(grants);
        }
    }

    /** A role of a row and how far its right extends. */
    record Grant(Role role, Role.Reach reach) {}

    /**
     * What the gate would say.
     *
     * @param allowed whether one of the bindings is enough
     * @param why when no binding decides: the account is not active, has a one-time password or no valid binding; null
     *     otherwise
     * @param bindings what each valid binding gives, in the order of the account
     */
    record Answer(String account, String operation, String id, boolean allowed, String why, List<Judged> bindings) {
        public Answer {
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * One binding.
     *
     * @param acting the value that chooses it, {@code ROLE@SCOPE}
     * @param role its role
     * @param code {@code GRANTED}, or what stands in the way: {@code NO_TABLE}, {@code NO_ROW}, {@code NO_GRANT},
     *     {@code SCOPE_KIND}, {@code API_SCOPE},
     *     {@code NOT_FOUND} (the id lies outside of the scope or is nowhere), {@code ID_UNASKED} (nobody
     *     can say where an id of such an operation lies)
     * @param why one Chinese sentence that names the row
     */
    record Judged(String acting, Role role, boolean allowed, String code, String why) {}
}
