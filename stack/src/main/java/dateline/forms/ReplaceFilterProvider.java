package dateline.forms;

import java.io.Reader;
import java.util.regex.Pattern;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Settings: `pattern`, a regular expression; `replacement`, literal characters, none by default. */
final class ReplaceFilterProvider implements AnalysisProvider<CharFilterFactory> {
  @Override
  public CharFilterFactory get(IndexSettings index, Environment environment, String name, Settings settings) {
    String given = settings.get("pattern");
    if (given == null) throw new IllegalArgumentException("dateline_replace requires `pattern`");
    Pattern pattern = Pattern.compile(given);
    String replacement = settings.get("replacement", "");
    return new CharFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Reader create(Reader reader) {
        return new WindowedReplace(pattern, replacement, reader);
      }
    };
  }

  @Override
  public boolean requiresAnalysisSettings() {
    return true;
  }
}
