package org.liaison.registration.internal.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Invalid;
import org.liaison.registration.api.Form;

public class DraftLimitsTest {
    private static Form.Premises premises(String title, List<Form.Room> rooms) {
        return new Form.Premises(null, null, null, null, null, null, null, rooms, null, null, null, null, null, title);
    }

    private static String refusal(Record form) {
        Invalid refused = assertThrows(Invalid.class, () -> DraftLimits.check(form));
        assertEquals(1, refused.violations().size());
        return refused.violations().get(0).path() + " "
                + refused.violations().get(0).code();
    }

    @Test
    public void takesTheLargest_whenAtTheLimit() {
        Form.Room room = new Form.Room("1", null, null, null);
        DraftLimits.check(premises("𠮷".repeat(DraftLimits.TEXT), Collections.nCopies(500, room)));
    }

    @Test
    public void refusesAnIdentityNumber_whereItWouldStandInClear() {
        String number = "37010119720315901X";
        assertEquals("titleNo TEXT_ID_NUMBER", refusal(premises("证" + number, null)));
        Form.Room room = new Form.Room("1", null, null, List.of("某人 370101 19720315 901x"));
        assertEquals("rooms[0].occupants[0] TEXT_ID_NUMBER", refusal(premises(null, List.of(room))));
        DraftLimits.check(new Form.Deputy(null, number, null, null, null, null, null, null, null, null));
    }

    @Test
    public void refusesASecrecyMark_inNamesAndNumbersOnly() {
        assertEquals("no SECRECY_MARK", refusal(new Form.Document("机密★1年", null, null)));
        assertEquals("name SECRECY_MARK", refusal(new Form.Contact("【秘密】", null)));
        DraftLimits.check(new Form.Duty("D1", "承担（机密）文件的保管"));
    }

    @Test
    public void refusesWithThePath_whenOneMore() {
        Form.Room room = new Form.Room("1", null, null, null);
        assertEquals("rooms TOO_MANY_ROWS", refusal(premises(null, Collections.nCopies(501, room))));
        assertEquals("titleNo TEXT_TOO_LONG", refusal(premises("字".repeat(DraftLimits.TEXT + 1), null)));
        assertEquals("rooms[0] ROW_EMPTY", refusal(premises(null, Arrays.asList((Form.Room) null))));
        Form.Room crowded = new Form.Room("1", null, null, Collections.nCopies(DraftLimits.LIST + 1, "x"));
        assertEquals("rooms[0].occupants TOO_MANY_ROWS", refusal(premises(null, List.of(crowded))));
    }
}
