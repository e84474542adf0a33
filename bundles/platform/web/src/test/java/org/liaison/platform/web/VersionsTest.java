package org.liaison.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.Test;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;

public class VersionsTest {
    @Test
    public void readsTheVersion_whenTheTagIsOneOfOurs() {
        assertThat(Versions.required("\"7\"")).isEqualTo(7);
        assertThat(Versions.required("\"" + Versions.tag(12).getValue() + "\"")).isEqualTo(12);
    }

    @Test
    public void asksForTheHeader_whenItIsAbsent() {
        assertThatThrownBy(() -> Versions.required(null)).isInstanceOf(Versions.Required.class);
        assertThatThrownBy(() -> Versions.required(" ")).isInstanceOf(Versions.Required.class);
    }

    @Test
    public void isStale_whenTheTagIsWeakOrForeign() {
        for (String tag : new String[] {"W/\"7\"", "\"abc\"", "7", "\"-1\""}) {
            assertThatThrownBy(() -> Versions.required(tag)).as(tag).isInstanceOf(Conflict.class);
        }
    }

    @Test
    public void isMalformed_whenItNamesMoreThanOneVersion() {
        assertThatThrownBy(() -> Versions.required("*")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Versions.required("\"1\", \"2\"")).isInstanceOf(Invalid.class);
    }
}
