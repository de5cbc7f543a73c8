package org.sockspec.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Signals that a file of a run could not be written or read: which one, why, and what to do next. */
public final class ReportException extends RuntimeException {

    /** Creates an exception whose message is shown to the user as it is. */
    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Tells that a file could not be written. */
    public static ReportException notWritten(Path file, IOException cause, String next) {
        return new ReportException("cannot write " + file + ": " + reason(cause) + ". " + next, cause);
    }

    /** Tells that a file could not be read. */
    public static ReportException notRead(Path file, IOException cause, String next) {
        return new ReportException("cannot read " + file + ": " + reason(cause) + ". " + next, cause);
    }

    /** Returns the cause of a failed file operation in words, without the path. */
    public static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String message = cause.getMessage();
        if (message == null) {
            return cause.getClass().getSimpleName();
        }
        // java.io puts the reason in parentheses behind the path.
        boolean behindPath = cause instanceof FileNotFoundException && message.endsWith(")");
        return behindPath ? message.substring(message.lastIndexOf('(') + 1, message.length() - 1) : message;
    }
}
