package dev.dryrun.catalog;

import java.util.List;

/// One page of what a search found.
///
/// @param objects best match first
/// @param total how many there are on all pages
public record FoundObjects(List<FoundObject> objects, int total) {
    public FoundObjects {
        objects = List.copyOf(objects);
    }
}
