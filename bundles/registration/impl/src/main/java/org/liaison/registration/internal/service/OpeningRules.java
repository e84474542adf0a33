package org.liaison.registration.internal.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.Checked;
import org.liaison.platform.api.rules.Uscc;
import org.liaison.registration.api.Form.Dispatcher;
import org.liaison.registration.api.Form.Superior;
import org.liaison.registration.api.OpenOffice;

/**
 * What opening an office asks for (开户), domain 2.3 and 3.1. Kinds outside of 1, 2, 3, 4 and 8 do not file (regulation 二).
 * Finds every fault at once.
 */
final class OpeningRules {
    private static final Set<String> HOST_CITIES = Set.of("370100", "370200");
    private static final Set<String> KINDS = Set.of("1", "2", "3", "4", "8");
    private static final Set<String> SUPERIOR_KINDS = Set.of("1", "2", "8");
    private static final Set<String> DEPARTMENTS = Set.of("3", "4");
    private static final Set<String> LEVELS = Set.of("0", "1", "2", "3", "4", "5");
    private static final Pattern DIVISION = Pattern.compile("[1-9]\\d{5}");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9._-]{2,50}");
    private static final Pattern POSTCODE = Pattern.compile("\\d{6}");

    private final List<Violation> found = new ArrayList<>();

    private OpeningRules() {}

    /** Checks a request. @throws Invalid with every path that is wrong */
    static void check(OpenOffice request, LocalDate today) {
        OpeningRules rules = new OpeningRules();
        rules.office(request, today);
        if (!rules.found.isEmpty()) {
            throw new Invalid(rules.found);
        }
    }

    private void office(OpenOffice request, LocalDate today) {
        text("name", request.name(), 120, "机构名称");
        code("hostCity", request.hostCity(), HOST_CITIES, "HOST_CITY", "驻在城市应为济南市(370100)或青岛市(370200)");
        text("letterNo", request.letterNo(), 60, "公函文号");
        if (request.letterDate() == null) {
            required("letterDate", "公函日期");
        } else if (request.letterDate().isAfter(today)) {
            add("letterDate", "DATE_FUTURE", "公函日期不得晚于今天");
        }
        pattern("headAccount", request.headAccount(), ACCOUNT, "ACCOUNT_FORM", "账户名应为2至50个小写字母、数字或 . _ -");
        if (request.headName() != null) {
            text("headName", request.headName(), 50, "负责人姓名");
        }
        if (request.dispatcher() == null) {
            required("dispatcher", "派出单位");
        } else {
            dispatcher(request.dispatcher());
        }
    }

    private void dispatcher(Dispatcher unit) {
        text("dispatcher.name", unit.name(), 120, "派出单位名称");
        code("dispatcher.kind", unit.kind(), KINDS, "DISPATCHER_KIND", "派出单位类型不属于备案范围");
        code("dispatcher.level", unit.level(), LEVELS, "DISPATCHER_LEVEL", "派出单位级别代码不存在");
        pattern("dispatcher.division", unit.division(), DIVISION, "DIVISION", "行政区划代码应为6位数字");
        uscc("dispatcher.uscc", unit.uscc());
        most("dispatcher.supervisingDepartment", unit.supervisingDepartment(), 120);
        if (unit.contact() != null) {
            most("dispatcher.contact.name", unit.contact().name(), 120);
            most("dispatcher.contact.phone", unit.contact().phone(), 40);
            most("dispatcher.contact.address", unit.contact().address(), 200);
            if (unit.contact().postcode() != null) {
                String postcode = unit.contact().postcode();
                pattern("dispatcher.contact.postcode", postcode, POSTCODE, "POSTCODE", "邮政编码应为6位数字");
            }
        }
        if (unit.superior() != null) {
            superior(unit.superior());
        } else if (unit.kind() != null && DEPARTMENTS.contains(unit.kind())) {
            required("dispatcher.superior", "职能部门的上级党委或政府");
        }
    }

    private void superior(Superior unit) {
        String path = "dispatcher.superior.";
        text(path + "name", unit.name(), 120, "上级单位名称");
        code(path + "kind", unit.kind(), SUPERIOR_KINDS, "SUPERIOR_KIND", "上级单位应为党委、政府或兵团");
        code(path + "level", unit.level(), LEVELS, "DISPATCHER_LEVEL", "上级单位级别代码不存在");
        pattern(path + "division", unit.division(), DIVISION, "DIVISION", "行政区划代码应为6位数字");
        uscc(path + "uscc", unit.uscc());
    }

    private void text(String path, String value, int most, String label) {
        if (value == null || value.isBlank()) {
            required(path, label);
        } else {
            most(path, value, most);
        }
    }

    private void most(String path, String value, int most) {
        if (value != null && value.length() > most) {
            add(path, "TEXT_TOO_LONG", "文字不得超过" + most + "个字符");
        }
    }

    private void code(String path, String value, Set<String> list, String code, String message) {
        if (value == null) {
            add(path, "REQUIRED", message);
        } else if (!list.contains(value)) {
            add(path, code, message);
        }
    }

    private void pattern(String path, String value, Pattern pattern, String code, String message) {
        if (value == null) {
            add(path, "REQUIRED", message);
        } else if (!pattern.matcher(value).matches()) {
            add(path, code, message);
        }
    }

    private void uscc(String path, String value) {
        if (value != null) {
            Checked checked = Uscc.parse(value).checked();
            if (checked.refused()) {
                add(path, checked.code(), checked.message());
            }
        }
    }

    private void required(String path, String label) {
        add(path, "REQUIRED", label + "必须填写");
    }

    private void add(String path, String code, String message) {
        found.add(new Violation(path, code, message));
    }
}
