package dev.dryrun.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What only some modules may call, looked for in their compiled classes.
final class ForbiddenApiTest {

    private static final Set<String> ROOTS = Set.of("cli", "dba", "mcp");

    /// Never shipped: they run in the builds of plugins, and start processes that they kill.
    private static final String KITS = "contracts";

    private static final String NETWORK =
            "java/net/(http/.*|(Server|Datagram|Multicast)?Socket(Impl|Address)?"
                    + "|Inet.*|NetworkInterface|URLConnection|HttpURLConnection)"
                    + "|java/net/URL#open(Stream|Connection)"
                    + "|java/nio/channels/.*(Socket|Datagram)Channel"
                    + "|javax/net/.*|javax/naming/.*|java/rmi/.*|com/sun/net/httpserver/.*";
    private static final String PROCESS = "java/lang/ProcessBuilder|java/lang/Runtime#exec";
    private static final String REFLECTION =
            "java/lang/reflect/(Method|Field|Constructor|Proxy|InvocationHandler)"
                    + "|java/lang/reflect/AccessibleObject|java/lang/Class#(forName|newInstance)"
                    + "|java/lang/Class#get(Declared)?(Method|Field|Constructor)s?";
    private static final String NATIVE =
            "java/lang/foreign/(Linker|SymbolLookup)|java/lang/foreign/MemorySegment#reinterpret"
                    + "|java/lang/(System|Runtime)#load(Library)?";
    private static final String STREAMS = "java/lang/System#(out|err|in)";
    private static final String EXIT = "java/lang/(System|Runtime)#(exit|halt)";
    private static final String DRIVER = "org/postgresql/.*";

    @Test
    void socketsAreForTheModulesThatConnect() {
        assertThat(users(NETWORK, Set.of("capture", "dba"))).isEmpty();
    }

    @Test
    void theDriverIsForTheModulesThatConnect() {
        assertThat(users(DRIVER, Set.of("capture"))).isEmpty();
        assertThat(users(DRIVER, Set.of())).as("or this test could not fail").isNotEmpty();
    }

    @Test
    void processesAreForTheDatabaseCommandsAndTheKits() {
        assertThat(users(PROCESS, Set.of("dba", KITS))).isEmpty();
    }

    @Test
    void nothingReflects() {
        assertThat(users(REFLECTION, Set.of())).isEmpty();
    }

    @Test
    void nativeCallsAreForTheParser() {
        assertThat(users(NATIVE, Set.of("pgquery"))).isEmpty();
    }

    @Test
    void standardStreamsAreForTheRootsAndTheKits() {
        Set<String> allowed = new HashSet<>(ROOTS);
        allowed.add(KITS);
        assertThat(users(STREAMS, allowed)).isEmpty();
    }

    @Test
    void onlyARootEndsTheProcess() {
        assertThat(users(EXIT, ROOTS)).isEmpty();
    }

    @Test
    void noStaticFieldHoldsState() {
        List<String> found = new ArrayList<>();
        for (ModuleReference module : Modules.ours()) {
            for (ClassModel type : Modules.classes(module)) {
                for (FieldModel field : type.fields()) {
                    AccessFlags flags = field.flags();
                    if (flags.has(AccessFlag.STATIC)
                            && !flags.has(AccessFlag.FINAL)
                            && !flags.has(AccessFlag.SYNTHETIC)) {
                        found.add(name(type) + "." + field.fieldName().stringValue());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsFoundIsReallyFound() {
        assertThat(users("java/util/List#of", Set.of()))
                .anyMatch(it -> it.startsWith("dev/dryrun/config/"));
    }

    /// One test has the system refuse what a file system may not have.
    @Test
    void restrictedCallsAreAllowedInTheParserAlone() {
        String suppression = "@SuppressWarnings(\"restr" + "icted\")";
        assertThat(
                        Tree.files(".java").stream()
                                .filter(file -> Tree.text(file).contains(suppression))
                                .map(Tree::shown)
                                .filter(file -> !Path.of(file).startsWith("modules/pgquery"))
                                .filter(file -> !Path.of(file).endsWith("WithoutLinks.java")))
                .isEmpty();
    }

    /// {@return who uses something, as `class: what`}
    private static Set<String> users(String regex, Set<String> allowed) {
        Pattern forbidden = Pattern.compile(regex);
        Set<String> found = new TreeSet<>();
        for (ModuleReference module : Modules.ours()) {
            if (allowed.contains(Modules.name(module).substring(Modules.PREFIX.length()))) {
                continue;
            }
            for (ClassModel type : Modules.classes(module)) {
                for (PoolEntry entry : type.constantPool()) {
                    String used = used(entry);
                    if (forbidden.matcher(used).matches()) {
                        found.add(name(type) + ": " + used);
                    }
                }
            }
        }
        return found;
    }

    private static String used(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry type -> type.asInternalName();
            case MemberRefEntry member ->
                    member.owner().asInternalName() + "#" + member.name().stringValue();
            default -> "";
        };
    }

    private static String name(ClassModel type) {
        return type.thisClass().asInternalName();
    }
}
