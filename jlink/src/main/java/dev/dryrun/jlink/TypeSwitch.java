package dev.dryrun.jlink;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A `switch` over types, as a row of `instanceof`.
///
/// The compiler leaves to the first run of each such switch to make a class that answers which
/// label fits. No cache keeps these classes, and every start would make those it meets anew.
///
/// @param labels the types, in their order
record TypeSwitch(List<ClassDesc> labels) {

    private static final ClassDesc MAKER = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    /// {@return the switch that the instruction asks; empty when it asks something else, or has
    /// labels that are not types}
    ///
    /// @param instruction any
    static Optional<TypeSwitch> of(InvokeDynamicInstruction instruction) {
        DirectMethodHandleDesc maker = instruction.bootstrapMethod();
        if (!maker.owner().equals(MAKER) || !maker.methodName().equals("typeSwitch")) {
            return Optional.empty();
        }
        List<ClassDesc> labels = new ArrayList<>();
        for (ConstantDesc label : instruction.bootstrapArgs()) {
            if (!(label instanceof ClassDesc type) || type.isPrimitive()) {
                return Optional.empty();
            }
            labels.add(type);
        }
        return Optional.of(new TypeSwitch(labels));
    }

    /// Takes a value and a number from the stack, and leaves the number of the first label, from
    /// that one on, that fits the value: -1 for null, and how many there are when none fits.
    ///
    /// @param code where to
    void answer(CodeBuilder code) {
        int from = code.allocateLocal(TypeKind.INT);
        int value = code.allocateLocal(TypeKind.REFERENCE);
        Label given = code.newLabel();
        Label end = code.newLabel();
        code.istore(from).astore(value);
        code.aload(value).ifnonnull(given).iconst_m1().goto_(end).labelBinding(given);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(from).loadConstant(i).if_icmpgt(next);
            code.aload(value).instanceOf(labels.get(i)).ifeq(next);
            code.loadConstant(i).goto_(end).labelBinding(next);
        }
        code.loadConstant(labels.size()).labelBinding(end);
    }
}
