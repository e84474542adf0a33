package org.liaison.registration.internal.paper;

import java.util.List;
import java.util.Optional;
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
    private Opinions() {}

    /** The last opinion given with an event; a step that was taken again counts as taken last. */
    static Optional<Opinion> last(Application application, ApplicationEvent event) {
        return Wording.rows(application.opinions())
                .filter(opinion -> opinion.event() == event)
                .reduce((first, second) -> second);
    }

    static Cell cell(Application application, String name, ApplicationEvent event, int columns) {
        Optional<Opinion> said = last(application, event);
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
