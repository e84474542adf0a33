package org.liaison.registration.internal.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Application.MaterialFile;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateFace;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.CopyKind;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Review;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.liaison.registration.internal.store.FormJson;

/** Cases to be printed: one as it comes, one with every bound used up, one with nothing in it. */
final class Cases {
    static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    static final String TOKEN = "Zk3vX0b9mQ2sT8wY1aD4fG7hJ6kL5nP0rU3xC9eB2iE";
    static final String ADDRESS = "https://liaison.example.cn/verify/" + TOKEN;

    private Cases() {}

    static Form sample() {
        return FormJson.read(samples().get(0).get("form").toString());
    }

    /** Every field at the length that the rules allow. */
    static Form fullest() {
        JsonNode form = samples().get(0).get("form").deepCopy();
        com.fasterxml.jackson.databind.node.ObjectNode all = (com.fasterxml.jackson.databind.node.ObjectNode) form;
        all.put("name", words(120));
        all.put("mainBusiness", words(1000));
        ((com.fasterxml.jackson.databind.node.ObjectNode) all.get("dispatcher")).put("name", words(120));
        com.fasterxml.jackson.databind.node.ArrayNode duties = all.putArray("duties");
        for (int i = 0; i < 5; i++) {
            duties.addObject().put("group", "D" + (i + 1)).put("text", words(1000));
        }
        com.fasterxml.jackson.databind.node.ArrayNode departments = all.putArray("departments");
        for (int i = 1; i <= 20; i++) {
            departments.addObject().put("name", "第" + i + "联络协调与综合服务处").put("quota", i);
        }
        return FormJson.read(all.toString());
    }

    static Form empty() {
        return FormJson.read("{}");
    }

    /** Words with commas, so that lines break as they do in sentences. */
    static String words(int length) {
        return "承担派出地党委政府委托的工作，服务区域间经济合作，".repeat(length / 25 + 1).substring(0, length);
    }

    static Application draft(Form form) {
        return of(form, ApplicationState.DRAFT, null, List.of());
    }

    static Application approved(Form form) {
        return of(
                form,
                ApplicationState.APPROVED,
                "SQ-20260305-0007",
                List.of(
                        said(ApplicationEvent.ACCEPT, "张经办", 6, ""),
                        said(ApplicationEvent.SEND_TO_REVIEW, "张经办", 9, "材料齐全，名称与批准文件一致，拟准予备案。"),
                        said(ApplicationEvent.AGREE, "李审核", 10, "同意经办意见，报局领导审批。"),
                        said(ApplicationEvent.APPROVE, "王局长", 12, "同意。")));
    }

    /** Returned twice; the first notice has these defects, the second one. */
    static Application returned(List<Review.Defect> defects) {
        Review.Notice first =
                new Review.Notice(1, "clk", Instant.parse("2026-03-06T02:00:00Z"), LocalDate.of(2026, 3, 27), defects);
        Review.Notice second = new Review.Notice(
                2,
                "clk",
                Instant.parse("2026-03-16T02:00:00Z"),
                LocalDate.of(2026, 4, 7),
                List.of(defect(1, "materials.M4", "承诺函落款日期早于批准设立日期，请重新出具。", "三（二）4")));
        Review review = new Review(2, List.of(), List.of(), List.of(first, second), List.of(), null);
        return of(sample(), ApplicationState.RETURNED, "SQ-20260305-0007", List.of(), review);
    }

    static Review.Defect defect(int no, String path, String text, String rule) {
        return new Review.Defect(no, path, text, rule, null);
    }

    static Application notAccepted(String reason) {
        return of(
                sample(),
                ApplicationState.NOT_ACCEPTED,
                "SQ-20260305-0007",
                List.of(
                        said(ApplicationEvent.REFUSE_INTAKE, "张经办", 6, "不在范围内。"),
                        said(ApplicationEvent.REJECT, "李审核", 7, "理由不充分。"),
                        said(ApplicationEvent.REFUSE_INTAKE, "张经办", 9, reason),
                        said(ApplicationEvent.CONFIRM, "李审核", 10, "同意。")));
    }

    /** A refusal that nobody has confirmed yet. */
    static Application proposed(String reason) {
        return of(
                sample(),
                ApplicationState.SUBMITTED,
                "SQ-20260305-0007",
                List.of(said(ApplicationEvent.REFUSE_INTAKE, "张经办", 9, reason)));
    }

    static Application denied(String reason) {
        return of(
                sample(),
                ApplicationState.DENIED,
                "SQ-20260305-0007",
                List.of(
                        said(ApplicationEvent.ACCEPT, "张经办", 6, ""),
                        said(ApplicationEvent.SEND_TO_REVIEW, "张经办", 9, "名称未经批准。"),
                        said(ApplicationEvent.AGREE, "李审核", 10, "拟不予备案。"),
                        said(ApplicationEvent.DENY, "王局长", 12, reason)));
    }

    private static Opinion said(ApplicationEvent event, String name, int day, String text) {
        return new Opinion(
                event,
                "account",
                name,
                Instant.parse(String.format("2026-03-%02dT02:00:00Z", day)),
                text,
                Role.CLK,
                ApplicationState.APPROVED);
    }

    private static Application of(Form form, ApplicationState state, String no, List<Opinion> opinions) {
        Review.Warning warning = Review.Warning.found("premises[0]", "AREA", "一间办公室的人均使用面积超过标准，请核实。");
        Review review = new Review(1, List.of(warning), List.of(), List.of(), List.of(), null);
        return of(form, state, no, opinions, review);
    }

    private static Application of(Form form, ApplicationState state, String no, List<Opinion> opinions, Review review) {
        boolean done = state == ApplicationState.APPROVED;
        boolean decided = done || state == ApplicationState.DENIED;
        return new Application(
                "id",
                1,
                no,
                "office",
                "ONLINE",
                state,
                List.of(),
                no == null ? null : Instant.parse("2026-03-05T01:30:00Z"),
                null,
                null,
                form,
                List.of(
                        material("M1", "十政函〔2026〕3号"),
                        material("M2", null),
                        material("M3a", "十组干〔2025〕11号"),
                        material("M3b", null),
                        material("M3c", null),
                        material("M4", "十政函〔2026〕4号"),
                        material("M5", null)),
                review,
                opinions,
                decided ? "鲁事管备〔2026〕7号" : null,
                decided ? LocalDate.of(2026, 3, 12) : null,
                done ? "370200-2026-0007" : null,
                done ? "鲁驻登字第37020020260007号" : null,
                null,
                null,
                null);
    }

    private static Material material(String code, String no) {
        return new Material(
                code, no, no == null ? null : DAY, List.of(new MaterialFile(code, code, 1, "00", "application/pdf")));
    }

    static CertificateFace face(CopyKind kind) {
        return new CertificateFace(
                "十堰市人民政府驻青岛办事处",
                "十堰市人民政府",
                "行政机关派出机构",
                "副县处级",
                "青岛市市北区山东路105号",
                "高建",
                sample().mainBusiness(),
                LocalDate.of(2026, 3, 12),
                "山东省机关事务管理局",
                "鲁驻登字第37020020260007号",
                TOKEN,
                kind);
    }

    static CertificateFace fullestFace(CopyKind kind) {
        return new CertificateFace(
                words(120),
                words(120),
                "参照公务员法管理的事业单位",
                "副县处级",
                words(200),
                "阿卜杜拉·买买提明·吐尔逊",
                words(1000),
                LocalDate.of(2026, 12, 31),
                "山东省机关事务管理局",
                "鲁驻登字第37020020260007号",
                TOKEN,
                kind);
    }

    /** A certificate with one original and one duplicate. */
    static Certificate certificate(CertificateState state, String checkAddress) {
        CertificateFace face = face(CopyKind.ORIGINAL);
        return new Certificate(
                "c",
                3,
                "office",
                face.number(),
                1,
                "INITIAL",
                state,
                List.of(),
                null,
                face.name(),
                face.dispatcher(),
                face.nature(),
                face.establishmentLevel(),
                face.address(),
                face.head(),
                face.mainBusiness(),
                face.issueDate(),
                face.issuer(),
                checkAddress,
                List.of(copy(CopyKind.ORIGINAL, 0), copy(CopyKind.DUPLICATE, 1)),
                null,
                Instant.parse("2026-03-13T02:00:00Z"));
    }

    private static Certificate.Copy copy(CopyKind kind, int no) {
        return new Certificate.Copy("copy" + no, kind, no, "SD00012" + no, null, null, List.of());
    }

    static Wording wording() {
        return new Wording(new CsvRuleBook(), DAY);
    }

    static Sheet certificate(CertificateFace face, String watermark) {
        return new CertificateSheet(face, ADDRESS).sheet(watermark);
    }

    private static JsonNode samples() {
        try (InputStream in = Cases.class.getResourceAsStream("/delivered/sample-applications.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
