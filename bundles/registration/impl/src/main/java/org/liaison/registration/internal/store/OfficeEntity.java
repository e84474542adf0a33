package org.liaison.registration.internal.store;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Version;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.OpenOffice;

/** Row of an office (办事机构), domain 2.4. */
@Entity
@Table(schema = "registration", name = "office")
public class OfficeEntity {
    @Id
    private String id;

    @Version
    private long version;

    @Column(name = "reg_no")
    private String registrationNo;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "dispatcher_id")
    private DispatcherEntity dispatcher;

    @Column(name = "host_city")
    private String hostCity;

    private String nature;

    @Enumerated(EnumType.STRING)
    private OfficeStatus status;

    @Column(name = "registered_on")
    private LocalDate registeredOn;

    @Column(name = "certificate_no")
    private String certificateNo;

    @Column(name = "letter_no")
    private String letterNo;

    @Column(name = "letter_date")
    private LocalDate letterDate;

    @Column(name = "head_account")
    private String headAccount;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @ElementCollection
    @CollectionTable(schema = "registration", name = "office_term", joinColumns = @JoinColumn(name = "office_id"))
    @Column(name = "term")
    private Set<String> terms;

    protected OfficeEntity() {}

    /** An office just opened: not registered. */
    public OfficeEntity(String id, OpenOffice opened, DispatcherEntity dispatcher, String by, LocalDate on) {
        this.id = id;
        this.name = Normalisation.name(opened.name());
        this.dispatcher = dispatcher;
        this.hostCity = opened.hostCity();
        this.status = OfficeStatus.UNREGISTERED;
        this.letterNo = opened.letterNo();
        this.letterDate = opened.letterDate();
        this.headAccount = opened.headAccount();
        this.openedBy = by;
        this.openedOn = on;
        this.terms = new HashSet<>(SearchTerms.ofName(name));
    }

    /** Enters the register (domain 3.5). @param nature as the form has it; null when that of an office of old has none */
    public void register(String number, LocalDate day, String certificate, String nature) {
        this.nature = nature;
        registrationNo = number;
        registeredOn = day;
        certificateNo = certificate;
        status = OfficeStatus.REGISTERED;
        terms.add(number);
        terms.add(certificate);
    }

    /** Its present certificate is another one; the office is still found by the number of each earlier one. */
    public void certify(String certificate) {
        certificateNo = certificate;
        terms.add(certificate);
    }

    /** What others see; reads the dispatcher's row. */
    public Office toOffice() {
        return new Office(
                id,
                version,
                registrationNo,
                name,
                dispatcher.id(),
                dispatcher.name(),
                hostCity,
                status,
                registeredOn,
                certificateNo);
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String name() {
        return name;
    }

    public String hostCity() {
        return hostCity;
    }

    public OfficeStatus status() {
        return status;
    }

    public DispatcherEntity dispatcher() {
        return dispatcher;
    }

    public String registrationNo() {
        return registrationNo;
    }

    public String certificateNo() {
        return certificateNo;
    }

    public String headAccount() {
        return headAccount;
    }
}
