package dateline.analysis;

import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Tokenizers of the analysis-common module. */
final class CommonTokenizers {
  private CommonTokenizers() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> all() {
    return Map.of(
        "thai", (index, env, name, settings) -> TokenizerFactory.newFactory(name, ThaiTokenizer::new),
        "whitespace", (index, env, name, settings) -> {
          int length = settings.getAsInt("max_token_length", 255);
          return TokenizerFactory.newFactory(name, () -> new WhitespaceTokenizer(length));
        });
  }
}
