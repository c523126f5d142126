package dateline.forms;

import java.util.Map;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The token filters `dateline_forms`, by which words become the lemmas that a table of their language gives them, and
 * `dateline_endings` for words that no table knows, `dateline_capitals` for abbreviations; and the character filter
 * `dateline_replace`. Runs beside the embedded server's bridge and on an official server alike.
 */
public final class FormsPlugin extends Plugin implements AnalysisPlugin {
  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    return Map.of(
        "dateline_forms", new FormsFilterProvider(),
        "dateline_endings", new EndingsFilterProvider(),
        "dateline_capitals", new CapitalsFilterProvider());
  }

  @Override
  public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
    return Map.of("dateline_replace", new ReplaceFilterProvider());
  }
}
