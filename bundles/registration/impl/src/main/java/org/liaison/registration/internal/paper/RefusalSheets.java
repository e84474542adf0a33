package org.liaison.registration.internal.paper;

import org.liaison.platform.api.paper.Sheet;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;

/**
 * Notices that an application is not taken in (不予受理告知书) or not filed (不予备案告知书), with the reasons that were given and
 * whom to ask. The regulation knows no appeal, so none is promised (Q59).
 */
final class RefusalSheets {
    private final Application application;
    private final Wording wording;

    RefusalSheets(Application application, Wording wording) {
        this.application = application;
        this.wording = wording;
    }

    /** The reason is what the clerk proposed, the day that of its confirmation. */
    Sheet intake() {
        return new Official("备案登记申请不予受理告知书")
                .number("申请编号：" + application.no())
                .to(application.form().name())
                .paragraph(wording.received(application) + "经审查，该申请不属于备案登记的受理范围，决定不予受理。理由如下：")
                .paragraphs(reason(ApplicationEvent.REFUSE_INTAKE))
                .paragraph(ask() + "不予受理的情形消除后，可以重新提出申请。")
                .signed(
                        wording.bureau(),
                        Opinions.last(application, ApplicationEvent.CONFIRM)
                                .map(Opinion::at)
                                .map(Wording::day)
                                .orElse(null))
                .sheet();
    }

    Sheet denial() {
        return new Official("不予备案告知书")
                .number(application.decisionNo())
                .to(application.form().name())
                .paragraph(wording.received(application) + "经审核，决定不予备案。理由如下：")
                .paragraphs(reason(ApplicationEvent.DENY))
                .paragraph(ask() + "不予备案的情形消除后，可以重新提出申请。")
                .signed(wording.bureau(), application.decisionDate())
                .sheet();
    }

    private String ask() {
        return "对以上理由有异议或者需要了解有关情况的，可以与我局联系（" + wording.contact() + "），我局将予以说明。";
    }

    private String reason(ApplicationEvent event) {
        return Opinions.last(application, event).map(Opinion::text).orElse("");
    }
}
