package org.liaison.registration.internal.paper;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Cell;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Dates;
import org.liaison.platform.api.paper.Style;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;

/** What the Bureau's people said, as cells with name and day; empty ones are signed by hand. */
final class Opinions {
    /** What the clerk sends on (经办); an office of old is sent on as it is entered. */
    static final Set<ApplicationEvent> CLERK =
            EnumSet.of(ApplicationEvent.SEND_TO_REVIEW, ApplicationEvent.ENTER_LEGACY);
    /** 审核. */
    static final Set<ApplicationEvent> REVIEWER = EnumSet.of(ApplicationEvent.AGREE);
    /** 审批. */
    static final Set<ApplicationEvent> LEADER = EnumSet.of(ApplicationEvent.APPROVE, ApplicationEvent.DENY);

    private Opinions() {}

    static Optional<Opinion> last(Application application, ApplicationEvent event) {
        return last(application, EnumSet.of(event));
    }

    /** The last opinion given with one of the events; a step that was taken again counts as taken last. */
    static Optional<Opinion> last(Application application, Set<ApplicationEvent> events) {
        return Wording.rows(application.opinions())
                .filter(opinion -> events.contains(opinion.event()))
                .reduce((first, second) -> second);
    }

    static Cell cell(Application application, String name, Set<ApplicationEvent> events, int columns) {
        Optional<Opinion> said = last(application, events);
        String words = name + "："
                + said.map(Opinion::text).filter(text -> !text.isBlank()).orElse("");
        return new Cell(
                List.of(Text.of(words, Style.VALUE)),
                List.of(
                        Text.of("签字：" + said.map(Opinion::name).orElse("　　　　　"), Style.VALUE)
                                .align(Align.RIGHT),
                        Text.of(Dates.full(said.map(o -> Wording.day(o.at())).orElse(null)), Style.VALUE)
                                .align(Align.RIGHT)),
                columns,
                1,
                false,
                name);
    }
}
