package dev.dryrun.jlink;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `equals` or `hashCode` of a record, as plain instructions.
///
/// The compiler leaves to the first call of each to put it together from handles. No cache keeps
/// them, and every start would make those it meets anew.
///
/// @param name `equals` or `hashCode`
/// @param owner the record
/// @param components its fields
record RecordMethod(String name, ClassDesc owner, List<Component> components) {

    private static final ClassDesc MAKER = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final int FACTOR = 31;

    /// One field.
    ///
    /// @param name its name
    /// @param type its type
    record Component(String name, ClassDesc type) {}

    /// {@return what the code of a method is put together from; empty when it is not, or shows the
    /// record as a text, which few runs do}
    ///
    /// @param code of any method
    static Optional<RecordMethod> of(CodeModel code) {
        return code.elementStream()
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .filter(call -> call.bootstrapMethod().owner().equals(MAKER))
                .filter(call -> !call.name().equalsString("toString"))
                .findFirst()
                .map(RecordMethod::of);
    }

    private static RecordMethod of(InvokeDynamicInstruction call) {
        List<ConstantDesc> arguments = call.bootstrapArgs();
        List<Component> components = new ArrayList<>();
        // The record and the names of its fields stand before the handles that read them.
        for (ConstantDesc argument : arguments.subList(2, arguments.size())) {
            if (!(argument instanceof DirectMethodHandleDesc getter)) {
                throw new IllegalStateException("a field of a record is read by " + argument);
            }
            components.add(
                    new Component(getter.methodName(), getter.invocationType().returnType()));
        }
        return new RecordMethod(
                call.name().stringValue(), (ClassDesc) arguments.getFirst(), components);
    }

    /// Writes the whole method.
    ///
    /// @param code where to
    void write(CodeBuilder code) {
        if (name.equals("equals")) {
            equality(code);
        } else {
            hash(code);
        }
    }

    private void equality(CodeBuilder code) {
        Label different = code.newLabel();
        Label other = code.newLabel();
        int that = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
        code.aload(1).instanceOf(owner).ifeq(different);
        code.aload(1).checkcast(owner).astore(that);
        for (Component component : components) {
            code.aload(0).getfield(owner, component.name, component.type);
            code.aload(that).getfield(owner, component.name, component.type);
            compare(code, component.type, different);
        }
        code.iconst_1().ireturn();
        code.labelBinding(different).iconst_0().ireturn();
    }

    private static void compare(CodeBuilder code, ClassDesc type, Label different) {
        switch (TypeKind.from(type)) {
            case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(different);
            case LONG -> code.lcmp().ifne(different);
            case FLOAT, DOUBLE ->
                    code.invokestatic(
                                    box(type),
                                    "compare",
                                    MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                            .ifne(different);
            case REFERENCE ->
                    code.invokestatic(
                                    OBJECTS,
                                    "equals",
                                    MethodTypeDesc.of(
                                            ConstantDescs.CD_boolean,
                                            ConstantDescs.CD_Object,
                                            ConstantDescs.CD_Object))
                            .ifeq(different);
            case VOID -> throw new IllegalStateException("no field is void");
        }
    }

    private void hash(CodeBuilder code) {
        code.iconst_0();
        for (Component component : components) {
            ClassDesc type = component.type;
            code.loadConstant(FACTOR).imul();
            code.aload(0).getfield(owner, component.name, type);
            code.invokestatic(
                            type.isPrimitive() ? box(type) : OBJECTS,
                            "hashCode",
                            MethodTypeDesc.of(
                                    ConstantDescs.CD_int,
                                    type.isPrimitive() ? type : ConstantDescs.CD_Object))
                    .iadd();
        }
        code.ireturn();
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalStateException(primitive + " has no box");
        };
    }
}
