package org.liaison.platform.internal.notices;

import com.sun.mail.smtp.SMTPTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import javax.activation.DataHandler;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.URLName;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.util.ByteArrayDataSource;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.internal.notices.DeliveryTable.Delivery;

/** Sends mail through the SMTP server of the settings. Thread-safe. */
final class Mail {
    /** Silence of the server after which an attempt is over, in milliseconds. */
    private static final String SILENCE = "15000";

    private static final String PLATFORM = "驻省会城市办事机构管理平台";

    private final MailSettings settings;
    private final Session session;

    /** @throws IllegalStateException when the settings contradict each other */
    Mail(MailSettings settings) {
        this.settings = settings;
        if (on()) {
            sender();
        }
        session = Session.getInstance(properties(settings));
    }

    /** Whether a server is set. */
    boolean on() {
        return !settings.smtpHost().isBlank();
    }

    /** Host and port, for people who operate the platform. */
    String server() {
        return settings.smtpHost() + ":" + settings.smtpPort();
    }

    /**
     * Sends one mail in plain text. The message id is the delivery's, so a mail that comes twice can be told.
     *
     * @throws Refused when no further attempt can help
     * @throws IOException when it may be tried again
     */
    void send(Delivery delivery, Instant now) throws IOException {
        // Made directly and not looked up: a look-up reads files through the loader of whatever thread calls it.
        Transport transport = new SMTPTransport(session, new URLName(protocol(settings), null, -1, null, null, null));
        try (transport) {
            Message message = message(delivery, now);
            transport.connect(
                    settings.smtpHost(),
                    settings.smtpPort(),
                    settings.smtpUser().isBlank() ? null : settings.smtpUser(),
                    settings.smtpUser().isBlank() ? null : settings.smtpPassword());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AddressException e) {
            throw new Refused("地址无效");
        } catch (SendFailedException e) {
            throw e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0
                    ? new Refused("收件服务器拒收该地址")
                    : new IOException(e);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private Message message(Delivery delivery, Instant now) throws MessagingException {
        InternetAddress from = sender();
        MimeMessage message =
                new Identified(session, delivery.id() + "@" + from.getAddress().split("@", 2)[1]);
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(delivery.address(), true));
        message.setSubject("【" + PLATFORM + "】" + delivery.title(), "UTF-8");
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(Deadlines.ZONE)));
        message.setHeader("Auto-Submitted", "auto-generated");
        // Bytes with their type need no data content handler, which would be looked up through the thread's loader too.
        message.setDataHandler(new DataHandler(
                new ByteArrayDataSource(text(delivery).getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        message.saveChanges();
        return message;
    }

    private String text(Delivery delivery) {
        return delivery.text() + "\r\n\r\n请登录平台办理" + (settings.publicUrl().isBlank() ? "。" : ":" + settings.publicUrl())
                + "\r\n本邮件由系统自动发送，请勿回复。\r\n";
    }

    private InternetAddress sender() {
        try {
            return new InternetAddress(settings.from(), true);
        } catch (AddressException e) {
            throw new IllegalStateException(MailSettings.PID + ": smtpHost is set, but from is no address", e);
        }
    }

    private static String protocol(MailSettings settings) {
        return settings.smtpSecurity().equals("TLS") ? "smtps" : "smtp";
    }

    private static Properties properties(MailSettings settings) {
        String prefix = "mail." + protocol(settings) + ".";
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", SILENCE);
        properties.put(prefix + "timeout", SILENCE);
        properties.put(prefix + "writetimeout", SILENCE);
        properties.put(prefix + "auth", String.valueOf(!settings.smtpUser().isBlank()));
        // else the name of this machine is asked of the name service, which may take half a minute
        properties.put(
                prefix + "localhost", settings.from().substring(settings.from().indexOf('@') + 1));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        switch (settings.smtpSecurity()) {
            case "STARTTLS" -> properties.put(prefix + "starttls.required", "true");
            case "TLS" -> properties.put(prefix + "ssl.enable", "true");
            case "NONE" -> properties.put(prefix + "starttls.enable", "true");
            default -> throw new IllegalStateException(
                    MailSettings.PID + ": smtpSecurity is STARTTLS, TLS or NONE, not " + settings.smtpSecurity());
        }
        return properties;
    }

    /** A mail with an id of our own: the library would make a new one an attempt. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    /** No further attempt can help. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }
}
