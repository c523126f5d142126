package dateline.forms;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Puts lemmas in the place of a known form, marked as keywords: stemmers behind this filter leave them as they are. */
final class FormsFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
  private final WordReader reader;
  private final boolean cased;
  private final boolean asked;
  private final Compounds compounds;
  private final boolean parted;
  private final StringBuilder small = new StringBuilder();
  private Iterator<String> lemmas = Collections.emptyIterator();
  private State word;

  /**
   * @param compounds  null where the language has none
   * @param parted  whether compounds stand in parts beside the whole
   */
  FormsFilter(
      TokenStream input, WordReader reader, boolean cased, boolean asked, Compounds compounds, boolean parted) {
    super(input);
    this.compounds = compounds;
    this.parted = parted;
    this.cased = cased;
    this.asked = asked;
    this.reader = reader;
  }

  @Override
  public boolean incrementToken() throws IOException {
    boolean again = lemmas.hasNext();
    if (again) {
      restoreState(word);
      position.setPositionIncrement(0);
    } else {
      if (!input.incrementToken()) return false;
      if (keyword.isKeyword()) return true;
      lemmas = lemmasOf(cased ? inSmallLetters() : term).iterator();
      if (!lemmas.hasNext()) return true;
      if (asked || (cased && Character.isUpperCase(term.charAt(0)))) {
        word = captureState();
        return true;
      }
    }
    term.setEmpty().append(lemmas.next());
    keyword.setKeyword(true);
    // A part of a compound stands at the place of the compound: its increment says nothing about whether it is new.
    if (!again && lemmas.hasNext()) word = captureState();
    return true;
  }

  private Set<String> lemmasOf(CharSequence form) {
    Set<String> known = reader.lemmasOf(form);
    return compounds == null ? known : compounds.read(form.toString(), known, parted);
  }

  private CharSequence inSmallLetters() {
    small.setLength(0);
    for (int at = 0; at < term.length(); at++) small.append(Character.toLowerCase(term.charAt(at)));
    return small;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    lemmas = Collections.emptyIterator();
    word = null;
  }
}
