package org.liaison.registration.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Application.MaterialFile;
import org.liaison.registration.api.Form;

/** The delivered filings, read as they stand and changed at a path. */
final class Filings {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final CsvRuleBook BOOK = new CsvRuleBook();
    static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private Filings() {}

    static List<JsonNode> read(String file) {
        try {
            JsonNode all = JSON.readTree(Filings.class.getResource("/delivered/" + file));
            return StreamSupport.stream(all.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Judges a filing as the office was opened with what the form says, in a host city that can be. */
    static Findings judge(JsonNode filing) {
        Form form = form(filing);
        String city = BOOK.code("host-city", form.hostCity(), TODAY).isPresent() ? form.hostCity() : "370100";
        String dispatcher = form.dispatcher() == null ? "" : form.dispatcher().name();
        return judge(filing, new OfficeFacts(form.name(), city, dispatcher, false, List.of()));
    }

    static Findings judge(JsonNode filing, OfficeFacts office) {
        return SubmissionRules.check(form(filing), materials(filing), office, BOOK, TODAY);
    }

    static Form form(JsonNode filing) {
        return JSON.convertValue(filing.get("form"), Form.class);
    }

    /** Sets a value (JSON text, or null to take the field away) at a path like {@code /form/head/cv/0/to}. */
    static JsonNode with(JsonNode filing, String pointer, String json) {
        JsonNode copy = filing.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, cut));
        String field = pointer.substring(cut + 1);
        try {
            if (parent instanceof ArrayNode rows) {
                rows.set(Integer.parseInt(field), JSON.readTree(json));
            } else if (json == null) {
                ((ObjectNode) parent).remove(field);
            } else {
                ((ObjectNode) parent).set(field, JSON.readTree(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static List<Material> materials(JsonNode filing) {
        List<Material> materials = new ArrayList<>();
        for (JsonNode row : filing.get("materials")) {
            List<MaterialFile> files = new ArrayList<>();
            row.get("files").forEach(name -> files.add(file(name.asText())));
            String date = row.get("documentDate").asText(null);
            materials.add(new Material(
                    row.get("code").asText(),
                    row.get("documentNo").asText(null),
                    date == null ? null : LocalDate.parse(date),
                    files));
        }
        return materials;
    }

    private static MaterialFile file(String name) {
        return new MaterialFile(name, name, 1, "00", name.endsWith(".png") ? "image/png" : "application/pdf");
    }
}
