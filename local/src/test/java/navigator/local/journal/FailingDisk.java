package navigator.local.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** A disk on which one kind of operation fails while a test says so. */
public final class FailingDisk extends FilePathWrapper {

  /** What can fail. */
  enum Operation {
    WRITE,
    SYNC
  }

  private static final String SCHEME = "failing";
  // The store makes the paths by itself.
  private static final AtomicReference<@Nullable Operation> FAILING = new AtomicReference<>();

  /** The name of a file on it. */
  static String name(Path file) {
    FAILING.set(null);
    FilePath.register(new FailingDisk());
    return SCHEME + ":" + file;
  }

  static void fail(Operation operation) {
    FAILING.set(operation);
  }

  static void recover() {
    FAILING.set(null);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Opened(super.open(mode));
  }

  private static void failIf(Operation operation) throws IOException {
    if (FAILING.get() == operation) {
      throw new IOException("No " + operation);
    }
  }

  private static final class Opened extends FileBase {

    private final FileChannel real;

    Opened(FileChannel real) {
      this.real = real;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
      return real.read(to);
    }

    @Override
    public synchronized int read(ByteBuffer to, long position) throws IOException {
      return real.read(to, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      failIf(Operation.WRITE);
      return real.write(from);
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
      failIf(Operation.WRITE);
      return real.write(from, position);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      failIf(Operation.SYNC);
      real.force(metadata);
    }

    @Override
    public long position() throws IOException {
      return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      real.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      real.truncate(size);
      return this;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
