package org.liaison.platform.internal.notices;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.liaison.platform.api.notice.SmsGateway;
import org.liaison.platform.internal.notices.DeliveryTable.Delivery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The ways out that are there now: mail when it is set, text messages when somebody contributes a gateway. */
@Component(
        service = Channels.class,
        configurationPid = {"org.liaison.platform", MailSettings.PID})
public final class Channels {
    private final Mail mail;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SmsGateway sms;

    @Activate
    public Channels(MailSettings settings) {
        mail = new Mail(settings);
    }

    Set<Way> open() {
        Set<Way> open = EnumSet.noneOf(Way.class);
        if (mail.on()) {
            open.add(Way.MAIL);
        }
        if (sms != null) {
            open.add(Way.SMS);
        }
        return open;
    }

    /** For people who operate the platform. */
    String describe() {
        return "站内消息可用；邮件" + (mail.on() ? "经 " + mail.server() : "未启用") + "；短信" + (sms == null ? "未接入" : "已接入");
    }

    /**
     * Makes one attempt.
     *
     * @throws Mail.Refused when no further attempt can help
     * @throws IOException when it may be tried again
     */
    void send(Delivery delivery, Instant now) throws IOException {
        if (delivery.address() == null) {
            throw new Mail.Refused("收件人已取消地址");
        }
        if (delivery.way() == Way.MAIL) {
            mail.send(delivery, now);
            return;
        }
        SmsGateway gateway = sms;
        if (gateway == null) {
            throw new IOException("短信网关已离开");
        }
        gateway.send(delivery.address(), delivery.title() + "，请登录平台查看", delivery.id());
    }
}
