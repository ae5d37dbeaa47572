package gazette.render;

import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a template does with a field, told by the parts of FreeMarker that are at work while it is read. A part that is
 * not known here counts as logic: that is right for every reader, only slower.
 */
enum Use {
    /** It asks whether there is a value. */
    PRESENCE,
    /** It is printed, or put together with other words that are. */
    PRINTED,
    /** It is put away with other words, where the template may look at it later. */
    CARRIED,
    /** Something is made of it that depends on what the value is. */
    LOGIC;

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String CORE = "freemarker.core.";

    /** What evaluates an expression without a look at its value, the expressions that name a field among them. */
    private static final Set<String> NAMING = Set.of("Dot", "DynamicKeyName", "Expression", "ParentheticalExpression");

    private static final Set<String> PASSING = Set.of(
            "EvalUtil",
            "Expression",
            "ParentheticalExpression",
            "DollarVariable",
            "StringLiteral",
            "AddConcatExpression",
            "DefaultToExpression",
            "HashLiteral",
            "HashLiteral$SequenceHash",
            "ListLiteral",
            "MarkupOutputFormatBoundBuiltIn",
            "BuiltInForString",
            "BuiltInForLegacyEscaping",
            "BuiltInsForMultipleTypes$stringBI",
            "BuiltInsForOutputFormatRelated$AbstractConverterBI",
            "BuiltInsForSequences$joinBI$BIMethodForCollection",
            "BuiltInsWithLazyConditionals$then_BI",
            "MethodCall");

    private static final Set<String> CARRYING =
            Set.of("Assignment", "BlockAssignment", "ReturnInstruction", "LocalLambdaExpression", "UnifiedCall");

    private static final Set<String> OURS = Set.of("Phrase", "Plural", "Wrapping");

    /** Of the field that FreeMarker reads the value of now. */
    static Use now() {
        return STACK.walk(Use::of);
    }

    /** Whether FreeMarker, which looks for a field now, only wants to know if it is there. */
    static boolean isAskedForPresence() {
        return STACK.walk(frames -> asking(frames)
                .map(StackWalker.StackFrame::getClassName)
                .filter(name -> !NAMING.contains(name.substring(CORE.length())))
                .findFirst()
                .filter(name -> name.equals(CORE + "ExistsExpression")
                        || name.equals(CORE + "DefaultToExpression")
                        || name.startsWith(CORE + "BuiltInsForExistenceHandling"))
                .isPresent());
    }

    private static Stream<StackWalker.StackFrame> asking(Stream<StackWalker.StackFrame> frames) {
        return frames.filter(frame -> frame.getClassName().startsWith(CORE));
    }

    private static Use of(Stream<StackWalker.StackFrame> frames) {
        Iterator<StackWalker.StackFrame> all = frames.iterator();
        Use use = PRINTED;
        String before = "";
        while (all.hasNext()) {
            StackWalker.StackFrame frame = all.next();
            String part = part(frame.getClassName());
            if (part.equals("Expression") && frame.getMethodName().equals("isEmpty")) {
                return PRESENCE;
            }
            use = worse(use, part, before);
            if (frame.getMethodName().equals("accept") && !part.isEmpty()) {
                return use == PRINTED && isPutAway(all) ? CARRIED : use;
            }
            before = part.isEmpty() || part.equals("Expression") ? before : part;
        }
        return use;
    }

    /** FreeMarker's part, or ours, that a class is; empty for one that plays none. */
    private static String part(String name) {
        if (name.startsWith(CORE)) {
            return name.substring(CORE.length());
        }
        String own = name.substring(name.lastIndexOf('.') + 1);
        return OURS.contains(own) ? own : "";
    }

    private static Use worse(Use use, String part, String before) {
        if (use == LOGIC || part.isEmpty() || OURS.contains(part)) {
            return use;
        }
        if (CARRYING.contains(part)
                || part.equals("Environment")
                || (part.equals("MethodCall") && isArgument(before))) {
            return CARRIED;
        }
        return PASSING.contains(part) && !(part.equals("MethodCall") && before.equals("BuiltInForString"))
                ? use
                : LOGIC;
    }

    private static boolean isArgument(String before) {
        return before.equals("ListLiteral");
    }

    private static boolean isPutAway(Iterator<StackWalker.StackFrame> rest) {
        while (rest.hasNext()) {
            if (rest.next().getClassName().equals(CORE + "BlockAssignment")) {
                return true;
            }
        }
        return false;
    }
}
