package org.liaison.platform.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One audit record as it stands in its row; every column but the HMAC goes into the HMAC. */
record AuditRow(
        long id,
        String at,
        String account,
        String acting,
        String channel,
        String source,
        String operation,
        String subject,
        String subjectId,
        String officeId,
        String fromState,
        String toState,
        String result,
        String reason) {
    /** Columns in the order of the record; used to write and to read rows. */
    static final List<String> COLUMNS = List.of(
            "id",
            "written_at",
            "account",
            "acting",
            "channel",
            "source",
            "operation",
            "subject",
            "subject_id",
            "office_id",
            "from_state",
            "to_state",
            "result",
            "reason");

    List<String> texts() {
        return java.util.Arrays.asList(
                at, account, acting, channel, source, operation, subject, subjectId, officeId, fromState, toState,
                result, reason);
    }

    /** HMAC-SHA256 over the row, lower-case hex. Lengths stand before the values, so no two rows have one text. */
    String hmac(byte[] key) {
        StringBuilder text = new StringBuilder().append(id);
        for (String value : texts()) {
            text.append('|').append(value == null ? "-" : value.length() + ":" + value);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
