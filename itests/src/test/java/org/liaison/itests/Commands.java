package org.liaison.itests;

import java.util.LinkedHashMap;
import java.util.Map;
import org.liaison.itests.Rights.Face;

/** A line for every command of the console that changes nothing. */
final class Commands {
    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            Map.entry("certificate", "{certificateNo}"),
            Map.entry("show", "{application}"),
            Map.entry("audit-export", "--from 2026-01-01 --to 2026-01-02"),
            Map.entry("may", "clk registration.office.read"),
            Map.entry("user-create", "--dry-run --role CLK nobody-yet 某人"),
            Map.entry("user-password", "--dry-run clk"),
            Map.entry("user-unlock", "--dry-run clk"),
            Map.entry("user-factor-reset", "--dry-run clk"),
            Map.entry("user-request", "--dry-run --role FIL nobody-yet 某人"),
            Map.entry("user-approve", "--dry-run nothing"),
            Map.entry("user-reject", "--dry-run --text 无 nothing"),
            Map.entry("user-withdraw", "--dry-run nothing"),
            Map.entry("user-show", "clk"),
            Map.entry("user-lock", "--dry-run --reason 核对 clk"),
            Map.entry("user-lock-end", "--dry-run --reason 核对 clk"),
            Map.entry("user-suspend", "--dry-run --reason 核对 clk"),
            Map.entry("user-resume", "--dry-run --reason 核对 clk"),
            Map.entry("user-close", "--dry-run --reason 核对 clk"),
            Map.entry("role-list", "clk"),
            Map.entry("role-grant", "--dry-run nothing"),
            Map.entry("role-end", "--dry-run --reason 核对 clk CLK"),
            Map.entry("delegate", "--dry-run --from 2099-01-01 --until 2099-01-02 --reason 休假 clk"),
            Map.entry("delegation-end", "--dry-run nothing"),
            Map.entry("delegation-take-over", "nothing"),
            Map.entry("session-end", "--dry-run nothing"),
            Map.entry("token-revoke", "--dry-run nothing"),
            Map.entry(
                    "legacy-create",
                    "--dry-run --owner clk --scope office.read --from 127.0.0.1 --until 2099-12-31 old.one 旧系统"),
            Map.entry("legacy-secret", "--dry-run nobody"),
            Map.entry("legacy-end", "--dry-run nobody"),
            Map.entry("keys-rotate", "--dry-run"));

    private Commands() {}

    /** Every command but the one that asks for passwords: it is everybody's and waits for a person. */
    static Map<Face, String> of(Rights rights, MatrixWorld world) {
        Map<Face, String> lines = new LinkedHashMap<>();
        for (String scope : new String[] {"platform", "registration"}) {
            for (Face face : rights.faces("CONSOLE", scope)) {
                if (!face.name().equals("password")) {
                    lines.put(face, line(face, world));
                }
            }
        }
        return lines;
    }

    private static String line(Face face, MatrixWorld world) {
        String arguments = ARGUMENTS
                .getOrDefault(face.name(), "")
                .replace("{application}", world.foreign.application())
                .replace("{certificateNo}", world.certificateNo);
        return String.join(" ", face.context() + ":" + face.name(), face.variant(), arguments)
                .strip();
    }

    /** Whether the console or the gate said no. */
    static boolean refused(String printed) {
        return printed.contains("没有进行此操作的权限")
                || printed.contains("Command not found")
                || printed.contains("Insufficient");
    }
}
