package org.liaison.registration.internal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.liaison.registration.api.Form;
import org.liaison.registration.internal.store.FormJson;

/**
 * A sample application as the demonstration files it (演示申请): its dispatching unit is marked as one of the demonstration, and
 * what happened to the office happened within the last year.
 */
record DemonstrationSample(Form form, List<Material> materials) {
    static final String MARK = "演示";

    private static final String FOLDER = "/delivered/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");
    private static final Pattern NUMBER_YEAR = Pattern.compile("\u3014(\\d{4})\u3015");
    /** A person is as old as ever, and a lease of today is one. */
    private static final Set<String> AS_THEY_ARE =
            Set.of("birthDate", "idNumber", "leaseFrom", "leaseTo", "rentApprovalNo");

    /** Another office of the unit that the first one has, so that the unit's viewer has a registered office to look at. */
    private static final int SECOND = 1;

    /** A material with the names of its files. */
    record Material(String code, String documentNo, LocalDate documentDate, List<String> files) {}

    /** @param number from 0 */
    static DemonstrationSample read(int number, LocalDate today) {
        try (InputStream in = DemonstrationSample.class.getResourceAsStream(FOLDER + "sample-applications.json")) {
            JsonNode sample = JSON.readTree(in).get(number);
            return of(number == SECOND ? ofTheFirstUnit(sample) : sample, today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode ofTheFirstUnit(JsonNode sample) throws IOException {
        return JSON.readTree(
                sample.toString().replace("鄂州", "十堰").replace("鄂", "十").replace("420700", "420300"));
    }

    /** Content of a file; the caller closes it. */
    static InputStream open(String file) {
        return DemonstrationSample.class.getResourceAsStream(FOLDER + "materials/" + file);
    }

    private static DemonstrationSample of(JsonNode sample, LocalDate today) throws IOException {
        JsonNode moved = moved(sample, years(sample, today));
        String text = moved.toString();
        ObjectNode dispatcher = (ObjectNode) moved.at("/form/dispatcher");
        for (JsonNode unit : List.of(dispatcher, dispatcher.path("superior"))) {
            if (unit.hasNonNull("name")) {
                text = text.replace(
                        unit.get("name").asText(), MARK + unit.get("name").asText());
            }
        }
        JsonNode marked = JSON.readTree(text);
        withoutCode(marked.at("/form/dispatcher"));
        withoutCode(marked.at("/form/dispatcher/superior"));
        List<Material> materials = new ArrayList<>();
        for (JsonNode material : marked.get("materials")) {
            List<String> files = new ArrayList<>();
            material.get("files").forEach(file -> files.add(file.asText()));
            JsonNode day = material.path("documentDate");
            materials.add(new Material(
                    material.get("code").asText(),
                    material.path("documentNo").textValue(),
                    day.isTextual() ? LocalDate.parse(day.asText()) : null,
                    files));
        }
        return new DemonstrationSample(FormJson.read(marked.get("form").toString()), materials);
    }

    // The unit of the demonstration is not the one that has the code.
    private static void withoutCode(JsonNode unit) {
        if (unit.isObject()) {
            ((ObjectNode) unit).putNull("uscc");
        }
    }

    /** Years from the letter to its last anniversary before today. */
    private static int years(JsonNode sample, LocalDate today) {
        LocalDate letter = LocalDate.parse(sample.at("/form/letter/date").asText());
        int years = today.getYear() - letter.getYear();
        return letter.plusYears(years).isBefore(today) ? years : years - 1;
    }

    private static JsonNode moved(JsonNode node, int years) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.fields()
                    .forEachRemaining(field -> copy.set(
                            field.getKey(),
                            AS_THEY_ARE.contains(field.getKey()) ? field.getValue() : moved(field.getValue(), years)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(row -> copy.add(moved(row, years)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(moved(node.asText(), years)) : node;
    }

    private static String moved(String text, int years) {
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text).plusYears(years).toString();
        }
        if (MONTH.matcher(text).matches()) {
            return YearMonth.parse(text).plusYears(years).toString();
        }
        return NUMBER_YEAR
                .matcher(text)
                .replaceAll(number -> "\u3014" + (Integer.parseInt(number.group(1)) + years) + "\u3015");
    }
}
