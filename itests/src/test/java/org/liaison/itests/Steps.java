package org.liaison.itests;

import java.util.Map;

/** What the steps of an application bring along: JSON for REST, elements for SOAP. */
final class Steps {
    private static final Map<String, String[]> PARTS = Map.of(
            "TICK", part("contents", "[\"NAME\"]", "NAME"),
            "ANSWER", part("answers", "[{\"no\":1,\"text\":\"核实\"}]", "<no>1</no><text>核实</text>"),
            "RESUBMIT", part("answers", "[{\"no\":1,\"text\":\"改正\"}]", "<no>1</no><text>改正</text>"),
            "RETURN", part("defects", "[{\"path\":\"name\",\"text\":\"不符\"}]", "<path>name</path><text>不符</text>"),
            "ASK_ONSITE", part("members", "[\"one\",\"two\"]", "one</members><members>two"),
            "REPORT_ONSITE",
                    part(
                            "findings",
                            "{\"visitedOn\":\"2026-03-05\",\"signText\":\"牌\",\"rooms\":\"三间\"}",
                            "<visitedOn>2026-03-05</visitedOn><signText>牌</signText><rooms>三间</rooms>"),
            "REASSIGN", part("colleague", "\"clk\"", "clk"));

    private Steps() {}

    private static String[] part(String name, String json, String xml) {
        return new String[] {name, json, "<" + name + ">" + xml + "</" + name + ">"};
    }

    static String json(String event) {
        String[] part = PARTS.get(event);
        return "{\"text\":\"说明\"" + (part == null ? "" : ",\"" + part[0] + "\":" + part[1]) + "}";
    }

    static String xml(String event) {
        String[] part = PARTS.get(event);
        return "<step><event>" + event + "</event><text>说明</text>" + (part == null ? "" : part[2]) + "</step>";
    }

    /** {@code SEND_TO_REVIEW} of {@code registration.application.send-to-review}. */
    static String event(String operation) {
        return operation
                .substring(operation.lastIndexOf('.') + 1)
                .replace('-', '_')
                .toUpperCase();
    }
}
