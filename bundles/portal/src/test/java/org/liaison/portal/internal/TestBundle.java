package org.liaison.portal.internal;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** A bundle whose entries are files of a folder. */
final class TestBundle {
    private TestBundle() {}

    static Bundle of(long id, Path folder, Map<String, String> headers) throws IOException {
        Bundle bundle = mock(Bundle.class);
        when(bundle.getBundleId()).thenReturn(id);
        when(bundle.getVersion()).thenReturn(Version.parseVersion("1.2.3"));
        when(bundle.getSymbolicName()).thenReturn("test" + id);
        when(bundle.getHeaders("")).thenReturn(new Hashtable<>(headers));
        when(bundle.getEntry(anyString())).thenAnswer(call -> new UrlOf(folder).entry(call.getArgument(0)));
        when(bundle.findEntries(anyString(), eq("*"), eq(true))).thenAnswer(call -> {
            List<java.net.URL> found = new ArrayList<>();
            Path below = folder.resolve(call.<String>getArgument(0).substring(1));
            if (Files.isDirectory(below)) {
                try (Stream<Path> files = Files.walk(below)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        found.add(
                                new UrlOf(folder).entry(folder.relativize(file).toString()));
                    }
                }
            }
            return found.isEmpty() ? null : Collections.enumeration(found);
        });
        return bundle;
    }

    /** Addresses as a framework gives them: their path starts at the root of the bundle. */
    private record UrlOf(Path folder) {
        java.net.URL entry(String path) throws IOException {
            Path file = folder.resolve(path.startsWith("/") ? path.substring(1) : path);
            return new java.net.URL(null, "bundle://1/" + folder.relativize(file), new java.net.URLStreamHandler() {
                @Override
                protected java.net.URLConnection openConnection(java.net.URL url) throws IOException {
                    return file.toUri().toURL().openConnection();
                }
            });
        }
    }
}
