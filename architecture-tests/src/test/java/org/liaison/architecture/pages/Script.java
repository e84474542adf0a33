package org.liaison.architecture.pages;

import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.JSError;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.parsing.parser.FeatureSet;
import com.google.javascript.rhino.Node;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An ES module as it is parsed by a compiler that knows in which year each piece of syntax came. */
record Script(String name, Node root, List<String> errors) {
    /** What Chromium 89 parses: ES2021, and of ES2022 the fields of classes. */
    private static final FeatureSet FLOOR = FeatureSet.ES2021_MODULES.with(FeatureSet.Feature.PUBLIC_CLASS_FIELDS);

    static Script parse(String name, String source) {
        Compiler compiler =
                new Compiler(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        CompilerOptions options = new CompilerOptions();
        options.setLanguageIn(LanguageMode.UNSTABLE);
        options.setParseJsDocDocumentation(com.google.javascript.jscomp.parsing.Config.JsDocParsing.TYPES_ONLY);
        compiler.initOptions(options);
        Node root = compiler.parse(SourceFile.fromCode(name, source));
        List<String> errors =
                compiler.getErrors().stream().map(JSError::toString).toList();
        return new Script(name, root, errors);
    }

    /** Syntax that Chromium 89 does not know. */
    String tooNew() {
        FeatureSet found = (FeatureSet) root.getProp(Node.FEATURE_SET);
        return FLOOR.contains(found) ? "" : found.without(FLOOR).toString();
    }

    /** The catalogue of texts: name to how many languages it is in; -1 = it is no list. */
    Map<String, Integer> catalogue() {
        Map<String, Integer> found = new TreeMap<>();
        nodes().filter(node -> node.isCall() && node.getFirstChild().matchesName("texts"))
                .flatMap(call -> children(call.getSecondChild()))
                .forEach(entry -> found.put(
                        entry.getString(),
                        entry.getFirstChild().isArrayLit()
                                ? entry.getFirstChild().getChildCount()
                                : -1));
        return found;
    }

    /** The names that are asked of the catalogue. */
    TreeSet<String> asked() {
        TreeSet<String> found = new TreeSet<>();
        nodes().filter(node -> node.isGetProp() && node.getFirstChild().matchesName("t"))
                .forEach(node -> found.add(node.getString()));
        return found;
    }

    /** Texts of the code, without its comments. */
    Stream<String> strings() {
        return nodes().filter(node -> node.isStringLit() || node.isTemplateLitString())
                .map(node -> node.isStringLit() ? node.getString() : node.getRawString());
    }

    private Stream<Node> nodes() {
        return below(root);
    }

    private static Stream<Node> below(Node node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(Script::below));
    }

    private static Stream<Node> children(Node node) {
        Stream.Builder<Node> found = Stream.builder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            found.add(child);
        }
        return found.build();
    }
}
