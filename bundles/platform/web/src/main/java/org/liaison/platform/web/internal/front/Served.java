package org.liaison.platform.web.internal.front;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What answers at an address while it is open. */
@FunctionalInterface
interface Served {
    /** Answers the request on the calling thread; the body is there already. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
