/// TomlJ, the TOML parser, under the module name its own manifest reserves.
///
/// The ANTLR runtime it needs is shaded inside it, in packages that stay unexported.
module org.tomlj {
    exports org.tomlj;
}
