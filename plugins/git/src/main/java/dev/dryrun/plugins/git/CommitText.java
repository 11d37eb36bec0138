package dev.dryrun.plugins.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a commit says: the branch's history is the record of who put what, and when.
final class CommitText {

    /// Of a folder with more names only the number is told.
    private static final int NAMES_MAX = 20;

    private CommitText() {}

    /// {@return a subject with the numbers, and below it the names of folders with few}
    static String of(SortedMap<String, Change> changes) {
        SortedMap<String, List<String>> added = new TreeMap<>();
        SortedMap<String, List<String>> deleted = new TreeMap<>();
        changes.forEach((name, change) -> {
            SortedMap<String, List<String>> to = change.adds().isPresent() ? added : deleted;
            to.computeIfAbsent(folder(name), _ -> new ArrayList<>()).add(name);
        });
        List<String> parts = new ArrayList<>();
        parts.addAll(counts("put", added));
        parts.addAll(counts("delete", deleted));
        StringBuilder text = new StringBuilder("dryrun: " + String.join(", ", parts) + "\n");
        names(text, "+ ", added);
        names(text, "- ", deleted);
        return text.toString();
    }

    private static List<String> counts(String verb, SortedMap<String, List<String>> names) {
        List<String> counts = new ArrayList<>();
        for (Map.Entry<String, List<String>> it : names.entrySet()) {
            String begin = counts.isEmpty() ? verb + " " : "";
            counts.add(begin + it.getValue().size() + " in " + it.getKey());
        }
        return counts;
    }

    private static void names(
            StringBuilder text, String sign, SortedMap<String, List<String>> names) {
        for (List<String> folder : names.values()) {
            if (folder.size() <= NAMES_MAX) {
                text.append('\n');
                folder.forEach(name -> text.append(sign).append(name).append('\n'));
            }
        }
    }

    private static String folder(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "/" : name.substring(0, slash + 1);
    }
}
