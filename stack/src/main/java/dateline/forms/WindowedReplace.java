package dateline.forms;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * Replaces the matches of a pattern while the text is read, one window after the other. Lucene's own filter reads the
 * whole text first, so that highlighting the opening of a long article would cost as much as all of it.
 *
 * <p>A match and what it looks at, before and behind, must fit into {@link #CONTEXT} characters; the pattern must not
 * refer to the beginning or end of the text. The replacement is taken as it is, without `$1`.
 */
final class WindowedReplace extends BaseCharFilter {
  private static final int WINDOW = 4096;
  static final int CONTEXT = 128;

  private final Pattern pattern;
  private final String replacement;

  /** Characters behind the last window that a match may look at, the window, and those in front of it. */
  private final StringBuilder text = new StringBuilder(WINDOW + 2 * CONTEXT);

  private final char[] chunk = new char[WINDOW];
  private final StringBuilder out = new StringBuilder(WINDOW);
  private int taken;

  /** Where the next window begins in `text`. */
  private int next;

  private boolean ended;

  /** Characters handed over so far, and how many more were read for them. */
  private int written;

  private int difference;

  WindowedReplace(Pattern pattern, String replacement, Reader in) {
    super(in);
    this.pattern = pattern;
    this.replacement = replacement;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    while (taken == out.length()) if (!fill()) return -1;
    int count = Math.min(length, out.length() - taken);
    out.getChars(taken, taken + count, into, offset);
    taken += count;
    return count;
  }

  @Override
  public int read() throws IOException {
    while (taken == out.length()) if (!fill()) return -1;
    return out.charAt(taken++);
  }

  /** Prepares the output of the next window; false at the end of the text. */
  private boolean fill() throws IOException {
    text.delete(0, Math.max(0, next - CONTEXT));
    next = Math.min(next, CONTEXT);
    readAhead();
    if (next == text.length()) return false;
    written += out.length();
    out.setLength(0);
    taken = 0;
    replaceUntil(ended ? text.length() : text.length() - CONTEXT);
    return true;
  }

  private void readAhead() throws IOException {
    while (!ended && text.length() - next < WINDOW + CONTEXT) {
      int count = input.read(chunk, 0, chunk.length);
      if (count < 0) ended = true;
      else text.append(chunk, 0, count);
    }
  }

  /** A match that begins before `end` may reach beyond it; the next window then begins where the match ends. */
  private void replaceUntil(int end) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    matcher.region(next, text.length());
    int from = next;
    while (matcher.find() && startsBefore(matcher.start(), end)) {
      out.append(text, from, matcher.start());
      int at = out.length();
      out.append(replacement);
      correct(written + at, matcher.end() - matcher.start(), out.length() - at);
      from = matcher.end();
    }
    int to = Math.max(from, end);
    out.append(text, from, to);
    next = to;
  }

  /** An empty match at the very end of the text belongs to its last window. */
  private boolean startsBefore(int start, int end) {
    return start < end || (ended && start == end);
  }

  /** Notes that `size` characters stand at `at` now for `before` characters of the text. */
  private void correct(int at, int before, int size) {
    if (size < before) {
      difference += before - size;
      addOffCorrectMap(at + size, difference);
    }
    // Each additional character points at the last one that it was made of, or at the one that it stands before.
    int first = before == 0 ? 1 : before;
    for (int added = 0; added < size - before; added++) addOffCorrectMap(at + first + added, --difference);
  }
}
