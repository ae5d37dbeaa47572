package gazette.check;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Every sentence that the program can make, read off its source as the compiler reads it. One reading. */
final class SentencesInCode extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final Path SOURCE = Path.of("src/main/java");

    /** Arguments of a finding with its spots and personas; of these the personas stand behind the remedy. */
    private static final int WITH_PERSONAS = 8;

    private final SortedMap<String, String> patterns = new TreeMap<>();

    private final List<String> problems = new ArrayList<>();

    private SentencesInCode() {}

    static SentencesInCode read() throws IOException {
        SentencesInCode read = new SentencesInCode();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromFiles(files()));
            for (CompilationUnitTree unit : task.parse()) {
                read.scan(unit, null);
            }
        }
        return read;
    }

    /** The patterns, by the key that finds them in other languages. */
    SortedMap<String, String> patterns() {
        return patterns;
    }

    /** What no key finds, or two do, and what has other terms than its pattern. */
    List<String> problems() {
        return problems;
    }

    private static List<File> files() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Sentence.java"))
                    .map(Path::toFile)
                    .toList();
        }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        String method = call.getMethodSelect().toString();
        if (method.equals("Sentence.named")) {
            take(literal(call.getArguments().get(0)), call, 1);
        } else if (method.equals("Sentence.of")) {
            take(keyByPlace(), call, 0);
        }
        return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void unused) {
        if (made.getIdentifier().toString().equals("Sentence")) {
            problems.add("made without of() or named(): " + made);
        }
        return super.visitNewClass(made, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree method, @Nullable Void unused) {
        if (method.toString().matches("Sentence::(?:of|named|new)")) {
            problems.add("of no literal: " + method);
        }
        return super.visitMemberReference(method, null);
    }

    private void take(Optional<String> key, MethodInvocationTree call, int at) {
        Optional<String> pattern = literal(call.getArguments().get(at));
        if (key.isEmpty() || pattern.isEmpty()) {
            problems.add("not a literal, or not in a finding beside the name of its rule: " + call);
            return;
        }
        long terms = Telling.MARK
                .matcher(pattern.get())
                .results()
                .map(mark -> mark.group(1))
                .distinct()
                .count();
        boolean isSpread = call.getArguments().size() == at + 2 && terms > 1;
        if (!isSpread && terms != call.getArguments().size() - at - 1) {
            problems.add("as many places as terms: " + call);
        }
        String before = patterns.putIfAbsent(key.get(), pattern.get());
        if (before != null && !before.equals(pattern.get())) {
            problems.add(key.get() + " is the key of two: " + before + " / " + pattern.get());
        }
    }

    /** What its finding makes of it: the matter or the remedy of the rule that is named before. */
    private Optional<String> keyByPlace() {
        TreePath around = getCurrentPath().getParentPath();
        List<? extends ExpressionTree> arguments = arguments(around.getLeaf());
        int last = arguments.size() == WITH_PERSONAS && around.getLeaf() instanceof NewClassTree
                ? arguments.size() - 2
                : arguments.size() - 1;
        int at = arguments.indexOf((ExpressionTree) getCurrentPath().getLeaf());
        Optional<String> rule = arguments.stream()
                .flatMap(each -> literal(each).stream())
                .filter(name -> name.matches("[a-z0-9]+(?:-[a-z0-9]+)+|contrast"))
                .findFirst();
        return at < last - 1 ? Optional.empty() : rule.map(name -> name + (at == last ? ".remedy" : ".what"));
    }

    private static List<? extends ExpressionTree> arguments(Tree around) {
        if (around instanceof MethodInvocationTree call) {
            return call.getArguments();
        }
        return around instanceof NewClassTree made ? made.getArguments() : List.of();
    }

    private static Optional<String> literal(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal && literal.getValue() instanceof String words) {
            return Optional.of(words);
        }
        return expression instanceof BinaryTree both && both.getKind() == Tree.Kind.PLUS
                ? literal(both.getLeftOperand())
                        .flatMap(left -> literal(both.getRightOperand()).map(right -> left + right))
                : Optional.empty();
    }
}
