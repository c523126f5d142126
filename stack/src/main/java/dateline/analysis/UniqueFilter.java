package dateline.analysis;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keeps the first of equal tokens of a text; Elasticsearch's own indices of security use it. */
final class UniqueFilter extends FilteringTokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final CharArraySet seen = new CharArraySet(8, false);

  UniqueFilter(TokenStream input) {
    super(input);
  }

  @Override
  protected boolean accept() {
    char[] kept = new char[term.length()];
    System.arraycopy(term.buffer(), 0, kept, 0, kept.length);
    return seen.add(kept);
  }

  @Override
  public void reset() throws java.io.IOException {
    super.reset();
    seen.clear();
  }
}
