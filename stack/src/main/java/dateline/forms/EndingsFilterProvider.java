package dateline.forms;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** `pattern_replace` that leaves keywords as they are, as stemmers do. Settings: `pattern`, `replacement`. */
final class EndingsFilterProvider implements AnalysisProvider<TokenFilterFactory> {
  @Override
  public TokenFilterFactory get(IndexSettings index, Environment environment, String name, Settings settings) {
    String given = settings.get("pattern");
    if (given == null) throw new IllegalArgumentException("pattern is missing for [dateline_endings]");
    Pattern pattern = Pattern.compile(given);
    String replacement = settings.get("replacement", "");
    return new TokenFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TokenStream create(TokenStream stream) {
        return new EndingsFilter(stream, pattern, replacement);
      }
    };
  }

  @Override
  public boolean requiresAnalysisSettings() {
    return true;
  }

  private static final class EndingsFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final Matcher matcher;
    private final String replacement;

    EndingsFilter(TokenStream input, Pattern pattern, String replacement) {
      super(input);
      this.replacement = replacement;
      matcher = pattern.matcher(term);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) return false;
      if (keyword.isKeyword()) return true;
      matcher.reset();
      if (matcher.find()) {
        String replaced = matcher.replaceAll(replacement);
        term.setEmpty().append(replaced);
      }
      return true;
    }
  }
}
