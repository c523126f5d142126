package dateline.forms;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/**
 * Keeps abbreviations apart from small words of the same letters: `US` and `U.S.` from "us". Settings: `words`, the
 * small words; `alone`, for queries: the abbreviation stands instead of the word, not beside it. Before `lowercase`.
 * With `digraphs` (`øoe`), names are kept in their other spelling, too; `anyWord`: words without a capital as well.
 */
final class CapitalsFilterProvider implements AnalysisProvider<TokenFilterFactory> {
  /** Behind the letters of an abbreviation: a sign that no word has and no folding takes. */
  private static final char MARK = '=';

  private static final int LONGEST = 12;

  @Override
  public TokenFilterFactory get(IndexSettings index, Environment environment, String name, Settings settings) {
    Set<String> words = new HashSet<>(settings.getAsList("words"));
    boolean alone = settings.getAsBoolean("alone", false);
    Map<Character, String> digraphs = SpellingsFilter.read(settings.getAsList("digraphs"));
    boolean anyWord = settings.getAsBoolean("anyWord", false);
    return new TokenFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TokenStream create(TokenStream stream) {
        return digraphs.isEmpty()
            ? new CapitalsFilter(stream, words, alone)
            : new SpellingsFilter(stream, digraphs, anyWord);
      }
    };
  }

  @Override
  public boolean requiresAnalysisSettings() {
    return true;
  }

  private static final class CapitalsFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Set<String> words;
    private final boolean alone;
    private State word;
    private String abbreviation;

    CapitalsFilter(TokenStream input, Set<String> words, boolean alone) {
      super(input);
      this.words = words;
      this.alone = alone;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (abbreviation != null) {
        restoreState(word);
        position.setPositionIncrement(0);
        return put();
      }
      if (!input.incrementToken()) return false;
      abbreviation = abbreviated();
      if (abbreviation == null) return true;
      if (alone) return put();
      word = captureState();
      return true;
    }

    private boolean put() {
      term.setEmpty().append(abbreviation).append(MARK);
      keyword.setKeyword(true);
      abbreviation = null;
      return true;
    }

    /** The letters in lower case where all are capitals, dots apart, and the word is listed; else null. */
    private String abbreviated() {
      if (term.length() < 2 || term.length() > LONGEST) return null;
      StringBuilder letters = new StringBuilder();
      for (int at = 0; at < term.length(); at++) {
        char sign = term.charAt(at);
        if (sign == '.') continue;
        if (!Character.isUpperCase(sign)) return null;
        letters.append(sign);
      }
      String small = letters.toString().toLowerCase(Locale.ROOT);
      return letters.length() > 1 && words.contains(small) ? small : null;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      word = null;
      abbreviation = null;
    }
  }
}
