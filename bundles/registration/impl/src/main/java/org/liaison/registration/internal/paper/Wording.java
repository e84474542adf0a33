package org.liaison.registration.internal.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.platform.api.paper.Dates;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Form.Address;
import org.liaison.registration.api.Form.Premises;
import org.liaison.registration.api.Form.Quota;

/** How codes, areas and rows of a form read on paper, by the rules of one day. What is null reads as nothing. */
final class Wording {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RuleBook book;
    private final LocalDate day;

    Wording(RuleBook book, LocalDate day) {
        this.book = book;
        this.day = day;
    }

    /** The Bureau's name (发证机关). */
    String bureau() {
        return book.setting("certificate.issuer", day);
    }

    /** Whom to ask about a notice (联系方式), as it stands in brackets. */
    String contact() {
        return book.setting("paper.contact", day);
    }

    /** The first words of a notice: whose application of which day it answers. */
    String received(Application application) {
        LocalDate submitted = day(application.submittedFirstAt());
        return "你单位" + (submitted == null ? "" : Dates.full(submitted)) + "提交的备案登记申请收悉。";
    }

    int number(String setting) {
        return book.number(setting, day);
    }

    /** The label of a code; an unknown code is shown as it is. */
    String label(String list, String code) {
        return code == null ? "" : book.code(list, code, day).map(Code::label).orElse(code);
    }

    List<Code> codes(String list) {
        return book.codes(list, day);
    }

    /** City, district and street. */
    String address(String hostCity, Address address) {
        return address == null ? "" : place(hostCity, address.district(), address.text());
    }

    private String place(String hostCity, String district, String street) {
        String county = district == null
                ? ""
                : book.division(district, day).map(Division::name).orElse(district);
        return label("host-city", hostCity) + county + text(street);
    }

    /** {@code 行政编制4名，工勤编制2名，共6名}. */
    String quotas(List<Quota> quotas) {
        List<Quota> known = rows(quotas).filter(quota -> quota.number() != null).toList();
        if (known.isEmpty()) {
            return "";
        }
        int sum = known.stream().mapToInt(Quota::number).sum();
        String kinds = known.stream()
                .map(quota -> label("quota-kind", quota.kind()) + quota.number() + "名")
                .collect(Collectors.joining("，"));
        return kinds + "，共" + sum + "名";
    }

    /** Premises of one kind, one a line: right, address, areas, lease. */
    String premises(String kind, String hostCity, List<Premises> premises) {
        return list(premises, row -> kind.equals(row.kind()) ? premises(hostCity, row) : null);
    }

    private String premises(String hostCity, Premises row) {
        StringBuilder words = new StringBuilder(label("premises-right", row.right()))
                .append("；")
                .append(place(hostCity, row.district(), row.address()))
                .append("；建筑面积")
                .append(area(row.buildingArea()))
                .append("，使用面积")
                .append(area(row.usableArea()));
        if (row.leaseFrom() != null || row.leaseTo() != null) {
            words.append("；租期").append(date(row.leaseFrom())).append("至").append(date(row.leaseTo()));
        }
        return words.toString();
    }

    private static String area(BigDecimal area) {
        return area == null ? "" : area.stripTrailingZeros().toPlainString() + "㎡";
    }

    /** One line a row; rows without words are left out. */
    static <T> String list(List<T> rows, Function<T, String> words) {
        return rows(rows)
                .map(words)
                .filter(Objects::nonNull)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    static <T> Stream<T> rows(List<T> rows) {
        return rows == null ? Stream.empty() : rows.stream().filter(Objects::nonNull);
    }

    static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** A value of a part of the form that may be missing. */
    static <T> String of(T part, Function<T, ?> value) {
        return part == null ? "" : text(value.apply(part));
    }

    /** Number with its unit, or nothing. */
    static String count(Integer number, String unit) {
        return number == null ? "" : number + unit;
    }

    /** {@code 2026年3月5日}, or nothing. */
    static String date(LocalDate day) {
        return day == null ? "" : Dates.full(day);
    }

    static LocalDate day(Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, ZONE);
    }
}
