package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.DryrunException;

/// One thing that a client can ask about what was captured. Stateless.
interface Tool {

    /// {@return its arguments; its name is the schema's}
    InputSchema inputSchema();

    /// {@return what people call it}
    String title();

    /// {@return for models: what it answers and when to use it}
    String description();

    /// {@return the JSON Schema of what [#call] answers, `_meta` left out}
    JsonObject outputSchema();

    /// {@return the answer}
    ///
    /// @param arguments checked against the schema
    /// @param catalog what was captured
    /// @throws DryrunException when the arguments ask for something that is not there
    ToolAnswer call(Arguments arguments, Catalog catalog);
}
