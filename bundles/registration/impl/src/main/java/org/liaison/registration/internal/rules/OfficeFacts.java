package org.liaison.registration.internal.rules;

import java.util.List;

/**
 * What an office was opened with; the form must say the same.
 *
 * @param name name of the office
 * @param hostCity code of list host-city
 * @param dispatcherName name of the dispatching unit
 * @param nameTaken whether another registered office has the same name
 * @param relatives names of registered offices of the same government and its departments in the city
 */
public record OfficeFacts(
        String name, String hostCity, String dispatcherName, boolean nameTaken, List<String> relatives) {}
