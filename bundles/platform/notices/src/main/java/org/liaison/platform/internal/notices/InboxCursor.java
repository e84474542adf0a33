package org.liaison.platform.internal.notices;

import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.notice.Notice;

/** Where a page of an inbox ended: time in milliseconds and id. */
record InboxCursor(long millis, String id) {
    static InboxCursor after(Notice last) {
        return new InboxCursor(last.createdAt().toEpochMilli(), last.id());
    }

    static InboxCursor decode(String text) {
        String[] parts = text.split("~", -1);
        try {
            if (parts.length == 2 && parts[1].length() == 36) {
                return new InboxCursor(Long.parseLong(parts[0], 36), parts[1]);
            }
        } catch (NumberFormatException e) {
            throw unknown();
        }
        throw unknown();
    }

    String encode() {
        return Long.toString(millis, 36) + "~" + id;
    }

    private static Invalid unknown() {
        return Invalid.malformed("after", "CURSOR", "翻页位置无效，请从第一页重新开始");
    }
}
