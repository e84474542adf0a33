package org.liaison.registration.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Version;
import org.liaison.platform.api.rules.Uscc;
import org.liaison.registration.api.Form.Dispatcher;
import org.liaison.registration.api.Form.Superior;
import org.liaison.registration.api.Form.UnitContact;

/** Row of a dispatching unit (派出单位) or of the government above one, domain 2.3. */
@Entity
@Table(schema = "registration", name = "dispatcher")
public class DispatcherEntity {
    @Id
    private String id;

    @Version
    private long version;

    private String name;
    private String kind;

    @Column(name = "unit_level")
    private String level;

    private String division;
    private String uscc;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "superior_id")
    private DispatcherEntity superior;

    @Column(name = "contact_name")
    private String contactName;

    @Column(name = "contact_phone")
    private String contactPhone;

    @Column(name = "contact_address")
    private String contactAddress;

    @Column(name = "contact_postcode")
    private String contactPostcode;

    @Column(name = "supervising_department")
    private String supervisingDepartment;

    protected DispatcherEntity() {}

    public DispatcherEntity(String id, Dispatcher unit, DispatcherEntity superior) {
        this(id, unit.name(), unit.kind(), unit.level(), unit.division(), unit.uscc());
        this.superior = superior;
        this.supervisingDepartment = unit.supervisingDepartment();
        UnitContact contact = unit.contact();
        if (contact != null) {
            contactName = contact.name();
            contactPhone = contact.phone();
            contactAddress = contact.address();
            contactPostcode = contact.postcode();
        }
    }

    public DispatcherEntity(String id, Superior unit) {
        this(id, unit.name(), unit.kind(), unit.level(), unit.division(), unit.uscc());
    }

    private DispatcherEntity(String id, String name, String kind, String level, String division, String uscc) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.level = level;
        this.division = division;
        this.uscc = uscc == null ? null : Uscc.parse(uscc).value();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String kind() {
        return kind;
    }

    public String level() {
        return level;
    }

    public String division() {
        return division;
    }

    public String uscc() {
        return uscc;
    }

    public DispatcherEntity superior() {
        return superior;
    }
}
