package gazette.store;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The store could not do a step: the message names the step, the cause is kept. Nothing of the step was committed. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(String message) {
        super(message);
    }

    private StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@code step} is a verb and its object, such as {@code claim dispatches}. */
    static StoreFailure of(String step, Throwable cause) {
        return new StoreFailure("could not " + step + ": " + cause.getMessage() + remedy(cause), cause);
    }

    private static String remedy(Throwable cause) {
        return cause instanceof SQLiteException sqlite ? remedy(sqlite.getResultCode()) : "";
    }

    private static String remedy(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_FULL -> ": make room on the disk";
            case SQLITE_BUSY -> ": another program keeps the store locked; end it, or try again";
            case SQLITE_CANTOPEN, SQLITE_READONLY -> ": check who owns the file and its folder";
            case SQLITE_NOTADB, SQLITE_CORRUPT -> ": put back the last backup of the file";
            default -> "";
        };
    }
}
