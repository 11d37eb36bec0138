package dev.dryrun.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads `[[remote]]`.
final class RemoteReader {

    private final Set<String> names = new HashSet<>();
    private final List<String> defaults = new ArrayList<>();

    List<Remote> remotes(Section top) {
        return top.sections("remote", this::remote);
    }

    private Remote remote(Section section) {
        String name = section.required("name");
        if (!names.add(name)) {
            section.problem("name", "two remotes are called " + Section.quoted(name));
        }
        boolean isDefault = section.flag("default", false);
        if (isDefault) {
            defaults.add(name);
        }
        if (isDefault && defaults.size() > 1) {
            String first = Section.quoted(defaults.getFirst());
            section.problem("default", "a second default remote; " + first + " is one already");
        }
        String type = section.string("type", "");
        String ref = section.required("ref");
        return new Remote(name, type, ref, isDefault, section.rest());
    }
}
