package org.liaison.registration.internal.store;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.liaison.platform.api.Role;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;

/** What one person did and said (办理意见). Never changed once written. */
@Embeddable
public class OpinionRow {
    private int place;

    @Enumerated(EnumType.STRING)
    private ApplicationEvent event;

    private String account;
    private String name;

    @Column(name = "given_at")
    private LocalDateTime givenAt;

    private String text;

    @Enumerated(EnumType.STRING)
    private Role role;

    /** State after. */
    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    protected OpinionRow() {}

    OpinionRow(int place, Opinion opinion) {
        this.place = place;
        this.event = opinion.event();
        this.account = opinion.account();
        this.name = opinion.name();
        this.givenAt = LocalDateTime.ofInstant(opinion.at(), ZoneOffset.UTC);
        this.text = opinion.text();
        this.role = opinion.role();
        this.state = opinion.state();
    }

    int place() {
        return place;
    }

    Opinion toOpinion() {
        return new Opinion(event, account, name, givenAt.toInstant(ZoneOffset.UTC), text, role, state);
    }
}
