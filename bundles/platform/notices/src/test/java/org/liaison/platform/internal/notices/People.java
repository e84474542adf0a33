package org.liaison.platform.internal.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.platform.api.rules.WorkCalendar;

/** Who there is in these tests, and what the rule book says. */
final class People implements Accounts, RuleBook {
    static final String OFFICE = "office-1";
    static final Map<LocalDate, WorkCalendar.Kind> NOTICE_OF_2026 = Map.of(
            LocalDate.of(2026, 2, 14), WorkCalendar.Kind.WORK,
            LocalDate.of(2026, 2, 16), WorkCalendar.Kind.OFF,
            LocalDate.of(2026, 2, 17), WorkCalendar.Kind.OFF,
            LocalDate.of(2026, 4, 6), WorkCalendar.Kind.OFF);

    private final Map<String, Binding> bindings = new TreeMap<>();
    private WorkCalendar calendar = new WorkCalendar(NOTICE_OF_2026);

    People() {
        bind("zhang.san", Role.HED, Scope.office(OFFICE));
        bind("wang.wu", Role.FIL, Scope.office(OFFICE));
        bind("li.na", Role.CLK, Scope.ALL);
        bind("zhao.liu", Role.CLK, Scope.city("370200"));
    }

    void bind(String account, Role role, Scope scope) {
        bindings.put(account, new Binding(role, scope, null));
    }

    void unbind(String account) {
        bindings.remove(account);
    }

    void forgetCalendar() {
        calendar = new WorkCalendar(Map.of());
    }

    Caller caller(String account) {
        Binding binding = bindings.get(account);
        return new Caller(account, account, List.of(binding), binding, Channel.REST, "127.0.0.1");
    }

    static Message returned(String occasion) {
        return new Message(
                "registration.application.returned",
                "application",
                "app-1",
                OFFICE,
                occasion,
                Map.of("no", "BA-2026-0001", "due", "2026年3月19日"));
    }

    @Override
    public List<Holder> holders(Role role, Set<Scope> scopes, LocalDate at, int limit) {
        return bindings.entrySet().stream()
                .filter(entry -> entry.getValue().role() == role
                        && scopes.contains(entry.getValue().scope()))
                .map(entry -> new Holder(entry.getKey(), entry.getValue().scope()))
                .limit(limit)
                .toList();
    }

    @Override
    public String setting(String name, LocalDate at) {
        return switch (name) {
            case "notice.registration.application.returned.title" -> "备案登记申请退回补正";
            case "notice.registration.application.returned.text" -> "申请{no}已退回补正，请于{due}前补正";
            case "notice.test.reminder.title" -> "补正期限提醒";
            case "notice.test.reminder.text" -> "剩{left}个工作日";
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public WorkCalendar calendar() {
        return calendar;
    }

    @Override
    public Optional<Account> find(String account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String enrol(Unit unit, String account, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bind(Unit unit, String account, Binding binding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> end(Unit unit, Scope scope, Role role, LocalDate last, String except) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String create(Caller caller, String account, String name, List<Binding> wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String resetPassword(Caller caller, String account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changePassword(Caller caller, char[] present, char[] wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Code> code(String list, String code, LocalDate at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Code> codes(String list, LocalDate at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Division> division(String code, LocalDate at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Code> divisions(String word, LocalDate at, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean divisionEverAssigned(String code) {
        throw new UnsupportedOperationException();
    }
}
