package org.liaison.registration.api;

import java.util.List;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.rules.Code;
import org.osgi.annotation.versioning.ProviderType;

/** The codes that a filing and the register are written with (代码表), for those who choose from them. Thread-safe. */
@ProviderType
public interface CodeLists {
    /** Name of the list of the counties and districts of the host cities; their codes are divisions. */
    String DISTRICT = "district";

    /** Name of the list of the terms of a filing (办理时限): the code is that of the setting, the label its number of days. */
    String TERM = "term";

    /**
     * Every code that is valid today in Asia/Shanghai, list by list, each in its own order: the lists that {@link Form} names,
     * {@code material}, {@link #DISTRICT} and {@link #TERM}.
     *
     * @throws org.liaison.platform.api.Forbidden when the caller may not read offices
     */
    List<Code> all(Caller caller);

    /**
     * Divisions (行政区划) of today that a word leads to, higher ones first: the list is too long to be chosen from.
     *
     * @param word beginning of the code, or any part of the whole name
     * @return 20 at most, codes of list {@code division} with the whole name
     * @throws org.liaison.platform.api.Invalid {@code SEARCH_SHORT}, {@code SEARCH_LONG} at {@code q}: 2 to 30 characters
     */
    List<Code> divisions(Caller caller, String word);
}
