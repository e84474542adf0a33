package org.liaison.registration.api;

import java.time.Instant;
import java.time.LocalDate;
import org.liaison.platform.api.workflow.Labelled;

/**
 * What anybody may know of a certificate (登记证查验), domain page 2.8. Everything but status and time is null when nothing
 * was found; a certificate that was not handed over yet is not found.
 *
 * @param status the one answer
 * @param certificateNo certificate number (登记证号)
 * @param officeName name on the certificate
 * @param dispatcherName dispatching unit on the certificate
 * @param hostCity code of list host-city
 * @param hostCityName its label
 * @param issueDate day of issue, Asia/Shanghai
 * @param checkedAt when it was asked
 */
public record CertificateCheck(
        Status status,
        String certificateNo,
        String officeName,
        String dispatcherName,
        String hostCity,
        String hostCityName,
        LocalDate issueDate,
        Instant checkedAt) {

    /** Answer of a check (查验结果). LOST and CANCELLED belong to the contract; they are given once such acts are filed. */
    public enum Status implements Labelled {
        VALID("有效"),
        SUPERSEDED("已换发，本证作废"),
        LOST("已声明遗失作废"),
        CANCELLED("已注销"),
        NOT_FOUND("未查到");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
