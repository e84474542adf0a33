package org.liaison.registration.api;

import org.liaison.platform.api.workflow.Labelled;

/** Event of a filing application (备案登记申请事件), domain page 3.1. */
public enum ApplicationEvent implements Labelled {
    CREATE("新建"),
    /** An office of old is entered again with its old certificate (存量补录). */
    ENTER_LEGACY("存量补录"),
    SUBMIT("提交"),
    /** One of the letter's five contents was compared with the scan (O-16). */
    TICK("核对公函"),
    /** A warning is answered. */
    ANSWER("答复提示"),
    RETURN("退回补正"),
    RESUBMIT("补正后提交"),
    /** Time alone: the due date of the correction has passed. */
    LAPSE("逾期失效"),
    REFUSE_INTAKE("不予受理"),
    ACCEPT("受理"),
    SEND_TO_REVIEW("送审"),
    ASK_ONSITE("要求现场核实"),
    REPORT_ONSITE("报告现场核实"),
    RETURN_TO_CLERK("退回经办"),
    AGREE("同意，报批"),
    RETURN_TO_REVIEW("退回审核"),
    APPROVE("准予备案"),
    DENY("不予备案"),
    WITHDRAW("撤回"),
    EXTEND("延长办理期限"),
    CLAIM("领取"),
    RELEASE("放回"),
    REASSIGN("转办"),
    CONFIRM("同意所提事项"),
    REJECT("不同意所提事项");

    private final String label;

    ApplicationEvent(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
