package org.liaison.platform.internal.security;

import java.util.Map;
import java.util.stream.Collectors;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;

/**
 * What the gate says to one call, and why: the gate admits by it, the permission simulator shows it.
 *
 * @param operation what was asked for
 * @param acting the binding it was asked under; null when none was chosen
 * @param row the operation's row in its permission table; null when there is none
 * @param finding what decided
 */
record Verdict(String operation, Binding acting, Map<Role, Role.Reach> row, Finding finding) {
    /** What decides. */
    enum Finding {
        GRANTED,
        OWN,
        TOKEN_LIMIT,
        NO_BINDING,
        ACTING_REQUIRED,
        NO_TABLE,
        NO_ROW,
        NO_GRANT,
        SCOPE_KIND,
        API_SCOPE
    }

    boolean admitted() {
        return finding == Finding.GRANTED || finding == Finding.OWN;
    }

    /** The scope to put into every query. @throws LiaisonException when the call is refused */
    Scope scope() {
        return switch (finding) {
            case GRANTED -> beyondHome(row.get(acting.role()), acting) ? Scope.ALL : acting.scope();
            case OWN -> Scope.ALL;
            case TOKEN_LIMIT -> throw new Forbidden("TOKEN_LIMIT", "访问令牌不能用于管理账户本身");
            case NO_BINDING -> throw new Forbidden("NO_BINDING", "账户没有有效授权；首次登录请先修改一次性密码");
            case ACTING_REQUIRED -> throw Invalid.malformed("Liaison-Office", "ACTING_REQUIRED", "您有多个办理身份，请选择其中一个");
            case NO_TABLE -> throw Unavailable.service("权限表");
            case NO_ROW, NO_GRANT, SCOPE_KIND -> throw new Forbidden();
            case API_SCOPE -> throw new Forbidden("SCOPE", "该账户的接口范围不包括此操作");
        };
    }

    /** Whether a right extends further than the binding it is held under: what belongs to nobody is there for all. */
    static boolean beyondHome(Role.Reach reach, Binding acting) {
        return reach == Role.Reach.ALL && acting.role().reach() != Role.Reach.ALL;
    }

    /** One sentence for administrators, naming the row; never shown to the one who was refused. */
    String why() {
        return switch (finding) {
            case GRANTED -> "权限表“" + operation + "”行授予" + held() + "，及于" + reach();
            case OWN -> "管理本人账户无须授权";
            case TOKEN_LIMIT -> "访问令牌不能用于管理账户本身";
            case NO_BINDING -> "账户没有有效授权，或者尚未修改一次性密码";
            case ACTING_REQUIRED -> "账户有多个办理身份，须选择其中一个";
            case NO_TABLE -> "没有“" + operation + "”所属模块的权限表";
            case NO_ROW -> "“" + operation + "”不在任何权限表中，谁也不能调用";
            case NO_GRANT -> "权限表“" + operation + "”行没有授予" + held() + "，只授予" + others();
            case SCOPE_KIND -> "权限表“" + operation + "”行授予" + held() + "，但只及于" + reach() + "，而该授权的范围为" + acting.scope();
            case API_SCOPE -> "该账户的接口范围不包括此操作";
        };
    }

    private String held() {
        return named(acting.role());
    }

    private String reach() {
        return switch (row.get(acting.role())) {
            case ALL -> "全部或者指定的驻地";
            case OFFICE -> "本机构";
            case DISPATCHER -> "本派出单位及其下级";
            case TASK -> "交办的任务";
        };
    }

    private String others() {
        return row.keySet().stream().map(Verdict::named).collect(Collectors.joining("、"));
    }

    private static String named(Role role) {
        return role.label() + "（" + role.name() + "）";
    }
}
