package org.liaison.registration.internal.rules;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.liaison.platform.api.rules.DocumentNumber;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.registration.api.Form;

/** The office itself: scope (O-06), name (O-27), approvals (O-15), duties (O-13), where it is reached; domain page 2.4. */
final class OfficeRules {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern PHONE = Pattern.compile("0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?|" + MOBILE.pattern());
    private static final Pattern POSTCODE = Pattern.compile("\\d{6}");
    /** Endings seen in names of offices; other names only warn, as the 编制 approval decides. */
    private static final Pattern NAME = Pattern.compile(".+驻.+(办事处|联络处|工作处|代表处|办事机构|工作站)");
    /** Enterprises and social organisations; only offices of old may keep it. */
    private static final String NATURE_OF_OLD = "7";

    private OfficeRules() {}

    static void sameAsOpened(Filing filing, Place form) {
        Form f = filing.form();
        OfficeFacts opened = filing.office();
        if (f.name() != null && !Names.same(f.name(), opened.name())) {
            form.refuse("name", "NOT_AS_OPENED", "机构名称与开户时登记的名称不一致");
        }
        boolean city = f.hostCity() != null
                && form.book().code("host-city", f.hostCity(), form.today()).isPresent();
        if (city && !f.hostCity().equals(opened.hostCity())) {
            form.refuse("hostCity", "NOT_AS_OPENED", "驻在城市与开户时登记的不一致");
        }
        if (f.dispatcher() != null
                && f.dispatcher().name() != null
                && !Names.same(f.dispatcher().name(), opened.dispatcherName())) {
            form.at("dispatcher").refuse("name", "NOT_AS_OPENED", "派出单位与开户时登记的不一致");
        }
    }

    static void inScope(Filing filing, Place form) {
        hostCity(filing.form().hostCity(), form);
        if (!Boolean.TRUE.equals(filing.form().nonProfit())) {
            form.refuse("nonProfit", "NOT_DECLARED", "应作出非营利声明");
        }
        String nature = filing.form().nature();
        if (form.code("nature", nature, "nature") && NATURE_OF_OLD.equals(nature)) {
            form.refuse("nature", "OUT_OF_SCOPE", "企业或社会组织派驻的机构不属于备案登记范围");
        }
    }

    /** What the register holds besides: a name twice, offices to be merged (国办发〔2015〕8号); the clerk judges both. */
    static void besides(Filing filing, Place form) {
        if (filing.office().nameTaken()) {
            form.warn("name", "NAME_TAKEN", "已有同名的登记机构，受理前须核实");
        }
        if (!filing.office().relatives().isEmpty()) {
            form.warn(
                    "dispatcher",
                    "MERGE",
                    "同一政府及其部门在该城市已有：" + String.join("、", filing.office().relatives()) + "，应说明未合并设置的理由");
        }
    }

    static void hostCity(String city, Place form) {
        if (form.present("hostCity", city)
                && form.book().code("host-city", city, form.today()).isEmpty()) {
            form.refuse("hostCity", "OUT_OF_SCOPE", "驻在城市应为济南市或青岛市");
        }
    }

    static void office(Filing filing, Place form) {
        Form f = filing.form();
        if (form.text("name", f.name(), 120)
                && !NAME.matcher(Normalisation.name(f.name())).matches()) {
            form.warn("name", "NAME_PATTERN", "机构名称一般由派出单位、“驻”、驻在地和机构后缀组成，请核对");
        }
        form.optional("shortName", f.shortName(), 40);
        form.code("establishmentLevel", f.establishmentLevel(), "establishment-level");
        form.optionalCode("funding", f.funding(), "funding");
        form.text("mainBusiness", f.mainBusiness(), 1000);
        if (form.present("duties", f.duties())) {
            for (int i = 0; i < f.duties().size(); i++) {
                Form.Duty duty = f.duties().get(i);
                Place row = form.row("duties", i);
                row.code("group", duty.group(), "duty-group");
                row.text("text", duty.text(), 1000);
            }
        }
        if (f.partyOrg() != null) {
            Place org = form.at("partyOrg");
            org.optionalCode("kind", f.partyOrg().kind(), "party-org-kind");
            org.optional("secretary", f.partyOrg().secretary(), 50);
            org.optional("superior", f.partyOrg().superior(), 120);
            org.optionalCount("formalMembers", f.partyOrg().formalMembers(), 9999);
        }
    }

    static void approvals(Filing filing, Place form) {
        Form f = filing.form();
        if (form.present("establishment", f.establishment())) {
            approval(
                    form.at("establishment"),
                    f.establishment().no(),
                    f.establishment().date(),
                    f.establishment().body());
        }
        if (form.present("nameApproval", f.nameApproval())) {
            Form.NameApproval name = f.nameApproval();
            Place place = form.at("nameApproval");
            approval(place, name.no(), name.date(), name.body());
            if (place.text("name", name.name(), 120) && f.name() != null && !Names.same(name.name(), f.name())) {
                place.refuse("name", "NAME_DIFFERS", "编制部门批准的名称与机构名称不一致");
            }
        }
    }

    private static void approval(Place place, String no, LocalDate date, String body) {
        number(place, "no", no);
        place.past("date", date);
        place.text("body", body, 120);
    }

    /** A document number of another issuer: it must be there, its form only warns. */
    static void number(Place place, String name, String no) {
        if (place.text(name, no, 60)) {
            place.take(name, DocumentNumber.checkForeign(Normalisation.text(no)));
        }
    }

    static void reachable(Filing filing, Place form) {
        Form f = filing.form();
        phone(form, "phone", f.phone());
        if (form.present("address", f.address())) {
            Place address = form.at("address");
            PremisesRules.district(filing, address, f.address().district());
            address.text("text", f.address().text(), 200);
            postcode(address, f.address().postcode());
        }
        if (form.present("contact", f.contact())) {
            PersonRules.name("name", f.contact().name(), form.at("contact"));
            mobile(form.at("contact"), f.contact().mobile());
        }
    }

    static void phone(Place place, String name, String number) {
        if (place.present(name, number)) {
            place.shape(name, number, PHONE, "PHONE", "应为带区号的固定电话（如0531-86000000）或11位手机号码");
        }
    }

    static void mobile(Place place, String number) {
        if (place.present("mobile", number)) {
            place.shape("mobile", number, MOBILE, "MOBILE", "应为11位手机号码");
        }
    }

    static void postcode(Place place, String code) {
        if (place.present("postcode", code)) {
            place.shape("postcode", code, POSTCODE, "POSTCODE", "邮政编码应为6位数字");
        }
    }
}
