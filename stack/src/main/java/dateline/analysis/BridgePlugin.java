package dateline.analysis;

import java.util.HashMap;
import java.util.Map;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Registers Lucene's analyzers under the names and parameters that Elasticsearch's analysis-common module and its
 * analysis-icu, -smartcn, -kuromoji and -nori plugins give them. The stripped server carries the classes but not
 * their registration. Only what the mappings use is here.
 */
public final class BridgePlugin extends Plugin implements AnalysisPlugin {
  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    Map<String, AnalysisProvider<TokenFilterFactory>> filters = new HashMap<>();
    filters.putAll(CommonFilters.all());
    filters.putAll(StemmingFilters.all());
    filters.putAll(IcuParts.filters());
    filters.putAll(EastAsianParts.filters());
    return filters;
  }

  @Override
  public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
    Map<String, AnalysisProvider<TokenizerFactory>> tokenizers = new HashMap<>();
    tokenizers.putAll(CommonTokenizers.all());
    tokenizers.putAll(IcuParts.tokenizers());
    tokenizers.putAll(EastAsianParts.tokenizers());
    return tokenizers;
  }

  @Override
  public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
    Map<String, AnalysisProvider<CharFilterFactory>> filters = new HashMap<>();
    filters.putAll(CommonCharFilters.all());
    filters.putAll(IcuParts.charFilters());
    filters.putAll(EastAsianParts.charFilters());
    return filters;
  }
}
