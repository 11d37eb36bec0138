package dev.dryrun.report;

import java.util.ArrayList;
import java.util.List;

/// Two texts of several lines, compared line by line with a little around what differs.
final class LineDiff {

    private static final int CONTEXT = 2;

    /// Longer texts are shown whole: nobody reads what a comparison of them would take.
    private static final int LINES_MOST = 2_000;

    private LineDiff() {}

    /// {@return the lines that differ, each after `-` or `+`, and some that do not, after a blank;
    /// `...` where equal ones are left out}
    static List<String> of(String before, String after) {
        List<String> ones = before.lines().toList();
        List<String> others = after.lines().toList();
        if (ones.size() > LINES_MOST || others.size() > LINES_MOST) {
            List<String> all = new ArrayList<>();
            ones.forEach(line -> all.add("-" + line));
            others.forEach(line -> all.add("+" + line));
            return all;
        }
        return shortened(edits(ones, others, common(ones, others)));
    }

    /// {@return for each pair of tails the length of their longest common subsequence}
    private static int[][] common(List<String> ones, List<String> others) {
        int[][] length = new int[ones.size() + 1][others.size() + 1];
        for (int i = ones.size() - 1; i >= 0; i--) {
            for (int j = others.size() - 1; j >= 0; j--) {
                length[i][j] =
                        ones.get(i).equals(others.get(j))
                                ? length[i + 1][j + 1] + 1
                                : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static List<String> edits(List<String> ones, List<String> others, int[][] common) {
        List<String> edits = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < ones.size() || j < others.size()) {
            if (i < ones.size() && j < others.size() && ones.get(i).equals(others.get(j))) {
                edits.add(" " + ones.get(i));
                i++;
                j++;
            } else if (j == others.size()
                    || (i < ones.size() && common[i + 1][j] >= common[i][j + 1])) {
                edits.add("-" + ones.get(i));
                i++;
            } else {
                edits.add("+" + others.get(j));
                j++;
            }
        }
        return edits;
    }

    private static List<String> shortened(List<String> edits) {
        List<String> shown = new ArrayList<>();
        boolean left = false;
        for (int i = 0; i < edits.size(); i++) {
            int from = Math.max(0, i - CONTEXT);
            int to = Math.min(edits.size(), i + CONTEXT + 1);
            boolean near = edits.subList(from, to).stream().anyMatch(line -> !line.startsWith(" "));
            if (near) {
                shown.add(edits.get(i));
            } else if (!left) {
                shown.add(" ...");
            }
            left = !near;
        }
        return shown;
    }
}
