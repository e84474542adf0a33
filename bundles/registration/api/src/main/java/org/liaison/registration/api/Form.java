package org.liaison.registration.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.liaison.platform.api.rules.CodeOf;

/**
 * What a filing asks for (备案登记申请表), the body of a draft as it is; domain page 2.3 to 2.7, regulation 三（二）. Every value
 * may be null in a draft; submission says what is missing. Codes are of the code lists named with the property; dates are
 * calendar days without a zone; areas are m², money is yuan. Identity numbers are masked in every answer; a masked value
 * sent back as it was served means unchanged.
 *
 * @param name name of the office (机构名称), at most 120 characters
 * @param shortName short name (简称), at most 40
 * @param dispatcher dispatching unit (派出单位)
 * @param hostCity host city (驻在城市), list host-city
 * @param nature nature (机构性质), list nature
 * @param establishmentLevel establishment level (建制级别), list establishment-level
 * @param funding source of funds (经费来源), list funding
 * @param nonProfit declaration of being non-profit (非营利声明); must be true at submission
 * @param mainBusiness main business (主要业务), at most 1,000
 * @param duties duties (职责) by the five groups
 * @param establishment approval of establishment (批准设立)
 * @param nameApproval approval of the name by the 编制 body
 * @param provincialApprovalNo approval of the provincial government, asked of own-province dispatchers
 * @param staffingQuota approved posts (人员编制) by kind
 * @param leaderQuota approved leaders (领导职数)
 * @param staffInPost people in post (实有人数)
 * @param hired hired people (聘用人数)
 * @param departments internal departments (内设机构)
 * @param address office address (办公地点)
 * @param phone office telephone, land line or mobile
 * @param premises premises (办公用房及附属用房)
 * @param head head of the office (负责人)
 * @param deputies deputy heads (副职)
 * @param contact contact person (联系人)
 * @param letter the official letter (公函) with its five typed contents
 * @param commitment letter of commitment (承诺函)
 * @param partyOrg party organisation (党组织)
 */
public record Form(
        String name,
        String shortName,
        Dispatcher dispatcher,
        @CodeOf("host-city") String hostCity,
        @CodeOf("nature") String nature,
        @CodeOf("establishment-level") String establishmentLevel,
        @CodeOf("funding") String funding,
        Boolean nonProfit,
        String mainBusiness,
        List<Duty> duties,
        Approval establishment,
        NameApproval nameApproval,
        String provincialApprovalNo,
        List<Quota> staffingQuota,
        Integer leaderQuota,
        Integer staffInPost,
        Integer hired,
        List<Department> departments,
        Address address,
        String phone,
        List<Premises> premises,
        Head head,
        List<Deputy> deputies,
        Contact contact,
        Letter letter,
        Document commitment,
        PartyOrg partyOrg) {

    /** Dispatching unit (派出单位), domain 2.3. Superior is asked of departments (kinds 3 and 4). */
    public record Dispatcher(
            String name,
            @CodeOf("dispatcher-kind") String kind,
            @CodeOf("dispatcher-level") String level,
            @CodeOf(CodeOf.DIVISION) String division,
            String uscc,
            Superior superior,
            UnitContact contact,
            String supervisingDepartment) {}

    /** The government or party committee above a department. */
    public record Superior(
            String name,
            @CodeOf("dispatcher-kind") String kind,
            @CodeOf("dispatcher-level") String level,
            @CodeOf(CodeOf.DIVISION) String division,
            String uscc) {}

    /** Where bulletins go (联系方式). */
    public record UnitContact(String name, String phone, String address, String postcode) {}

    /** One duty (职责) of a duty group D1 to D5, list duty-group. */
    public record Duty(@CodeOf("duty-group") String group, String text) {}

    /** An approval document (批准文件). */
    public record Approval(String no, LocalDate date, String body) {}

    /** The approval of the name (名称批准). */
    public record NameApproval(String no, LocalDate date, String body, String name) {}

    /** Approved posts of one kind, list quota-kind; number 0 to 999. */
    public record Quota(@CodeOf("quota-kind") String kind, Integer number, String approvalNo) {}

    /** An internal department (内设机构). */
    public record Department(String name, Integer quota, String approvalNo) {}

    /** Address inside the host city; district is a county-level division code. */
    public record Address(@CodeOf(CodeOf.DIVISION) String district, String text, String postcode) {}

    /** Premises (用房), lists premises-kind and premises-right; lease fields are asked of rented ones. */
    public record Premises(
            @CodeOf("premises-kind") String kind,
            @CodeOf("premises-right") String right,
            @CodeOf(CodeOf.DIVISION) String district,
            String address,
            BigDecimal buildingArea,
            BigDecimal usableArea,
            LocalDate inUseFrom,
            List<Room> rooms,
            LocalDate leaseFrom,
            LocalDate leaseTo,
            String landlord,
            BigDecimal annualRent,
            String rentApprovalNo,
            String titleNo) {}

    /** A room (房间), list room-use; occupants are ranks of list leadership-rank. */
    public record Room(
            String no,
            @CodeOf("room-use") String use,
            BigDecimal usableArea,
            @CodeOf("leadership-rank") List<String> occupants) {}

    /** The head (负责人), domain 2.5. */
    public record Head(
            String name,
            String idNumber,
            @CodeOf("sex") String sex,
            LocalDate birthDate,
            @CodeOf("ethnic-group") String ethnicGroup,
            String mobile,
            @CodeOf("staff-kind") String staffKind,
            @CodeOf("political-status") String politicalStatus,
            @CodeOf("education") String education,
            String post,
            @CodeOf("leadership-rank") String leadershipRank,
            Appointment appointment,
            LocalDate inPostFrom,
            List<CvRow> cv) {}

    /** Document of appointment (任命文件). */
    public record Appointment(String no, LocalDate date, String authority) {}

    /** A row of the curriculum vitae (简历), months inclusive; to is null in the last row only. */
    public record CvRow(YearMonth from, YearMonth to, String unit, String post) {}

    /** A deputy head (副职). */
    public record Deputy(
            String name,
            String idNumber,
            @CodeOf("sex") String sex,
            LocalDate birthDate,
            @CodeOf("ethnic-group") String ethnicGroup,
            String mobile,
            @CodeOf("staff-kind") String staffKind,
            @CodeOf("political-status") String politicalStatus,
            String post,
            LocalDate inPostFrom) {}

    /** Contact person (联系人). */
    public record Contact(String name, String mobile) {}

    /** The official letter with the five contents typed (公函), regulation 三（二）1. */
    public record Letter(
            String no,
            LocalDate date,
            String issuer,
            String addressee,
            String name,
            @CodeOf("nature") String nature,
            String mainBusiness,
            @CodeOf("establishment-level") String establishmentLevel,
            List<LetterQuota> staffingQuota) {}

    /** Posts of one kind as the letter says them. */
    public record LetterQuota(@CodeOf("quota-kind") String kind, Integer number) {}

    /** A document by number, day and issuer (承诺函). */
    public record Document(String no, LocalDate date, String issuer) {}

    /** Party organisation (党组织), list party-org-kind. */
    public record PartyOrg(
            @CodeOf("party-org-kind") String kind, String secretary, String superior, Integer formalMembers) {}
}
