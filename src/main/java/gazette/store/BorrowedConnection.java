package gazette.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The write lane's connection in the hands of someone who commits by themselves; closing it gives the lane back. */
final class BorrowedConnection implements InvocationHandler {
    private final Connection lent;
    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BorrowedConnection(Connection lent, Runnable giveBack) {
        this.lent = lent;
        this.giveBack = giveBack;
    }

    /** {@code lent} until it is closed, the first time of which calls {@code giveBack}. */
    static Connection of(Connection lent, Runnable giveBack) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new BorrowedConnection(lent, giveBack));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close" -> {
                close();
                yield null;
            }
            case "isClosed" -> closed.get();
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> pass(method, arguments);
        };
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        if (closed.get()) {
            throw new SQLException("the connection was given back: borrow it again");
        }
        try {
            return method.invoke(lent, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    private void close() throws SQLException {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            if (!lent.getAutoCommit()) {
                lent.rollback();
                lent.setAutoCommit(true);
            }
        } finally {
            giveBack.run();
        }
    }
}
