package dev.dryrun.store;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;

/// From now on the system gives this thread, and the threads it starts, no hard links: as FAT and
/// some network file systems give none. Linux has a filter for it, and no way back.
final class WithoutLinks {

    private static final int SET_SECCOMP = 22;
    private static final int SET_NO_NEW_PRIVILEGES = 38;
    private static final int MODE_FILTER = 2;

    private static final int LOAD_WORD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int NOT_PERMITTED = 0x00050001;

    private static final long INSTRUCTION_BYTES = 8;

    /// `link` and `linkat`, where both exist.
    private static final Map<String, List<Integer>> CALLS =
            Map.of("amd64", List.of(86, 265), "aarch64", List.of(37));

    private WithoutLinks() {}

    /// {@return whether this machine can be asked to}
    static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux")
                && CALLS.containsKey(System.getProperty("os.arch"));
    }

    /// `int prctl(int option, ...)`, with four arguments of the length of a pointer.
    @SuppressWarnings("restricted")
    static void begin() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor prctl =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG);
        MethodHandle call =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("prctl"),
                        prctl,
                        Linker.Option.firstVariadicArg(1));
        try (Arena arena = Arena.ofConfined()) {
            long program = program(arena).address();
            demand((int) call.invokeExact(SET_NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L));
            demand((int) call.invokeExact(SET_SECCOMP, (long) MODE_FILTER, program, 0L, 0L));
        } catch (Throwable e) {
            throw new IllegalStateException("the system takes no filter", e);
        }
    }

    private static void demand(int status) {
        if (status != 0) {
            throw new IllegalStateException("prctl says " + status);
        }
    }

    /// `struct sock_fprog`: how many instructions, and where they are.
    private static MemorySegment program(Arena arena) {
        List<Integer> calls = CALLS.getOrDefault(System.getProperty("os.arch"), List.of());
        int length = calls.size() + 3;
        MemorySegment code = arena.allocate(length * INSTRUCTION_BYTES, 4);
        int at = 0;
        put(code, at++, LOAD_WORD, 0, 0);
        for (int call : calls) {
            put(code, at, JUMP_IF_EQUAL, length - at - 2, call);
            at++;
        }
        put(code, at++, RETURN, 0, ALLOW);
        put(code, at, RETURN, 0, NOT_PERMITTED);
        MemorySegment program =
                arena.allocate(
                        MemoryLayout.structLayout(
                                ValueLayout.JAVA_SHORT,
                                MemoryLayout.paddingLayout(6),
                                ValueLayout.ADDRESS));
        program.set(ValueLayout.JAVA_SHORT, 0, (short) length);
        program.set(ValueLayout.ADDRESS, 8, code);
        return program;
    }

    /// `struct sock_filter`: the code, how far to jump when it is true and when it is not, a value.
    private static void put(MemorySegment code, int at, int what, int jump, int value) {
        long offset = at * INSTRUCTION_BYTES;
        code.set(ValueLayout.JAVA_SHORT, offset, (short) what);
        code.set(ValueLayout.JAVA_BYTE, offset + 2, (byte) jump);
        code.set(ValueLayout.JAVA_BYTE, offset + 3, (byte) 0);
        code.set(ValueLayout.JAVA_INT, offset + 4, value);
    }
}
