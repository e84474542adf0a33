package org.liaison.registration.internal.store;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;

/** What one of the Bureau's people did and said (意见). Never changed once written. */
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

    protected OpinionRow() {}

    OpinionRow(int place, Opinion opinion) {
        this.place = place;
        this.event = opinion.event();
        this.account = opinion.account();
        this.name = opinion.name();
        this.givenAt = LocalDateTime.ofInstant(opinion.at(), ZoneOffset.UTC);
        this.text = opinion.text();
    }

    int place() {
        return place;
    }

    Opinion toOpinion() {
        return new Opinion(event, account, name, givenAt.toInstant(ZoneOffset.UTC), text);
    }
}
