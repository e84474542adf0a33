package org.liaison.platform.internal.notices;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.lang.annotation.Annotation;
import javax.mail.internet.MimeMessage;
import org.junit.rules.ExternalResource;

/** An SMTP server on a free port of this machine, and settings that name it. */
final class MailServer extends ExternalResource {
    private GreenMail server;
    private int port;

    @Override
    protected void before() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        port = server.getSmtp().getPort();
    }

    @Override
    protected void after() {
        server.stop();
    }

    void stop() {
        server.stop();
    }

    MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    Channels channels() {
        return new Channels(settings("127.0.0.1", port, "NONE", "liaison@sdsjgj.example"));
    }

    static MailSettings settings(String host, int port, String security, String from) {
        return new MailSettings() {
            @Override
            public String smtpHost() {
                return host;
            }

            @Override
            public int smtpPort() {
                return port;
            }

            @Override
            public String smtpSecurity() {
                return security;
            }

            @Override
            public String smtpUser() {
                return "";
            }

            @Override
            public String smtpPassword() {
                return "";
            }

            @Override
            public String from() {
                return from;
            }

            @Override
            public String publicUrl() {
                return "https://liaison.example/";
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return MailSettings.class;
            }
        };
    }
}
