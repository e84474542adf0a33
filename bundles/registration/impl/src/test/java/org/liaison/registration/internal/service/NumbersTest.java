package org.liaison.registration.internal.service;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import org.junit.Test;

public class NumbersTest {
    @Test
    public void writesEveryNumberInItsForm_whenGivenItsParts() {
        assertEquals("SQ-20260302-0012", Numbers.application(LocalDate.of(2026, 3, 2), 12));
        assertEquals("鲁事管备〔2026〕7号", Numbers.decision("鲁事管备", 2026, 7));
        assertEquals("鲁驻登字第37010020260007号", Numbers.certificate("鲁驻登字", "370100", 2026, 7));
        assertEquals("370100-2026-0007", Numbers.registration("370100", 2026, 7));
    }

    @Test
    public void growsPastFourDigits_whenTheSequenceDoes() {
        assertEquals("370100-2026-12345", Numbers.registration("370100", 2026, 12345));
    }
}
