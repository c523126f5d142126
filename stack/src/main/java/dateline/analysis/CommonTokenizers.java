package dateline.analysis;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Tokenizers of the analysis-common module. */
final class CommonTokenizers {
  private CommonTokenizers() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> all() {
    return Map.of(
        "ngram", CommonTokenizers::ngram,
        "thai", (index, env, name, settings) -> TokenizerFactory.newFactory(name, ThaiTokenizer::new),
        // For Elasticsearch's own indices of security.
        "uax_url_email", (index, env, name, settings) -> {
          int length = settings.getAsInt("max_token_length", 255);
          return TokenizerFactory.newFactory(
              name,
              () -> {
                var tokenizer = new UAX29URLEmailTokenizer();
                tokenizer.setMaxTokenLength(length);
                return tokenizer;
              });
        },
        "whitespace", (index, env, name, settings) -> {
          int length = settings.getAsInt("max_token_length", 255);
          return TokenizerFactory.newFactory(name, () -> new WhitespaceTokenizer(length));
        });
  }

  /** Of its settings: sizes, and kinds of characters that grams are made of; all others part them. */
  private static TokenizerFactory ngram(IndexSettings index, Environment env, String name, Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    List<String> kinds = settings.getAsList("token_chars");
    String custom = settings.get("custom_token_chars", "");
    return TokenizerFactory.newFactory(
        name,
        () ->
            new NGramTokenizer(min, max) {
              @Override
              protected boolean isTokenChar(int sign) {
                return (kinds.contains("letter") && Character.isLetter(sign))
                    || (kinds.contains("digit") && Character.isDigit(sign))
                    || (kinds.contains("custom") && custom.indexOf(sign) >= 0);
              }
            });
  }
}
