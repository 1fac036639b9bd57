package navigator.local.backend;

import java.nio.file.Path;
import navigator.local.journal.Backlogs;

/**
 * Where items and messages outlive the process.
 *
 * @param tables the directory of the tables
 * @param backlogs where messages are kept until they are deleted
 */
public record Storage(Path tables, Backlogs backlogs) {}
