package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class LivePublicationTest {
    private static final Served NOTHING = (request, response) -> {};
    private final Address address = new Address();
    private final List<String> done = new ArrayList<>();

    @Test
    public void destroysOnce_whenItIsClosedTwice() {
        LivePublication publication = publication();
        assertThat(address.enter()).isNotNull();
        address.leave();

        publication.close();
        publication.close();

        assertThat(done).containsExactly("destroyed");
        assertThat(address.enter()).isNull();
    }

    @Test
    public void destroysInTheEnd_whenARequestOutlastsTheDrain() {
        LivePublication publication = publication();
        address.enter();

        publication.close();

        assertThat(done).containsExactly("destroyed");
    }

    @Test
    public void keepsTheInterruption_whenTheDrainIsInterrupted() {
        LivePublication publication = publication();
        address.enter();
        Thread.currentThread().interrupt();

        publication.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactly("destroyed");
    }

    private LivePublication publication() {
        return new LivePublication("/api/demo/v1", address, NOTHING, () -> done.add("destroyed"), 20);
    }
}
