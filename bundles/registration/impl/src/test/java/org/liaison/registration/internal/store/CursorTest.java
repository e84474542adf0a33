package org.liaison.registration.internal.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import org.junit.Test;
import org.liaison.platform.api.Invalid;

public class CursorTest {
    @Test
    public void comesBackWhole_whenEncodedAndDecoded() {
        Cursor cursor = new Cursor(Instant.parse("2026-03-02T01:02:03.456789Z"), "a-1");
        assertEquals(cursor, Cursor.decode(cursor.encode()));
    }

    @Test
    public void isRefused_whenItIsNoneOfOurs() {
        for (String text : new String[] {"", "%%", "YWJj", "YXxi"}) {
            assertEquals(
                    "CURSOR",
                    assertThrows(Invalid.class, () -> Cursor.decode(text)).code());
        }
    }
}
