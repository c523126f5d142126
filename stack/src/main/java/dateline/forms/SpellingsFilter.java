package dateline.forms;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Names beside their spelling on keyboards that lack their letters: Müller and Mueller. Before `lowercase`. */
final class SpellingsFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
  private final Map<Character, String> digraphs;
  private final boolean anyWord;
  private State word;
  private String spelling;

  /** @param anyWord  words in small letters, too */
  SpellingsFilter(TokenStream input, Map<Character, String> digraphs, boolean anyWord) {
    super(input);
    this.digraphs = digraphs;
    this.anyWord = anyWord;
  }

  /** @param pairs  a letter and what stands for it, such as `øoe` */
  static Map<Character, String> read(List<String> pairs) {
    Map<Character, String> digraphs = new HashMap<>();
    for (String pair : pairs) digraphs.put(pair.charAt(0), pair.substring(1));
    return Map.copyOf(digraphs);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (spelling != null) {
      restoreState(word);
      position.setPositionIncrement(0);
      term.setEmpty().append(spelling);
      spelling = null;
      return true;
    }
    if (!input.incrementToken()) return false;
    if (term.length() > 0 && (anyWord || Character.isUpperCase(term.charAt(0)))) spelling = spelled();
    if (spelling != null) word = captureState();
    return true;
  }

  /** Null where the word has no such letter. */
  private String spelled() {
    StringBuilder letters = null;
    for (int at = 0; at < term.length(); at++) {
      String digraph = digraphs.get(Character.toLowerCase(term.charAt(at)));
      if (digraph != null && letters == null) letters = new StringBuilder().append(term, 0, at);
      if (letters != null) letters.append(digraph == null ? String.valueOf(term.charAt(at)) : digraph);
    }
    return letters == null ? null : letters.toString();
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    word = null;
    spelling = null;
  }
}
