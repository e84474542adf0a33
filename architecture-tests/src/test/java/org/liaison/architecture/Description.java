package org.liaison.architecture;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One exported package as text: a line for each type, member and modifier, indented by its depth. What bnd holds of a line
 * beside the usual (an addition is minor, a removal major) stands behind it as {@code +MAJOR} or {@code -MINOR}. What every
 * object has is left out.
 */
final class Description {
    private static final String STEP = "  ";
    private static final Pattern LINE = Pattern.compile("( *)(\\w+) (.*?)(?: \\+([A-Z]+))?(?: -([A-Z]+))?");

    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("clone()", "equals(java.lang.Object)", "finalize()", "hashCode()", "toString()");

    private Description() {}

    static List<String> write(Tree tree) {
        List<String> lines = new ArrayList<>();
        write(tree, "", lines);
        return lines;
    }

    private static void write(Tree tree, String indent, List<String> lines) {
        String added = tree.ifAdded() == Delta.MINOR ? "" : " +" + tree.ifAdded();
        String removed = tree.ifRemoved() == Delta.MAJOR ? "" : " -" + tree.ifRemoved();
        lines.add(indent + tree.getType() + " " + tree.getName() + added + removed);
        for (Tree child : tree.getChildren()) {
            if (child.getType() == Type.METHOD && OF_EVERY_OBJECT.contains(child.getName())) {
                continue;
            }
            write(child, indent + STEP, lines);
        }
    }

    static Tree read(List<String> lines) throws Exception {
        Map<Tree.Data, List<Tree.Data>> children = new HashMap<>();
        Deque<Tree.Data> open = new ArrayDeque<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a line of a description: " + line);
            }
            Tree.Data data = new Tree.Data();
            data.type = Type.valueOf(matcher.group(2));
            data.name = matcher.group(3);
            data.add = matcher.group(4) == null ? Delta.MINOR : Delta.valueOf(matcher.group(4));
            data.rem = matcher.group(5) == null ? Delta.MAJOR : Delta.valueOf(matcher.group(5));
            children.put(data, new ArrayList<>());
            while (open.size() > matcher.group(1).length() / STEP.length()) {
                open.pop();
            }
            if (!open.isEmpty()) {
                children.get(open.peek()).add(data);
            }
            open.push(data);
        }
        children.forEach((data, below) -> data.children = below.toArray(Tree.Data[]::new));
        return new DiffPluginImpl().deserialize(open.getLast());
    }
}
