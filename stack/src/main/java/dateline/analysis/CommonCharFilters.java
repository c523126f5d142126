package dateline.analysis;

import static dateline.analysis.Parts.characters;
import static dateline.analysis.Parts.configured;
import static dateline.analysis.Parts.required;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The `mapping` and `pattern_replace` character filters of the analysis-common module. */
final class CommonCharFilters {
  private CommonCharFilters() {}

  static Map<String, AnalysisProvider<CharFilterFactory>> all() {
    return Map.of(
        "mapping", configured(characters(CommonCharFilters::mapping)),
        "pattern_replace", configured(characters(CommonCharFilters::patternReplace)));
  }

  private static UnaryOperator<Reader> mapping(Settings settings, Environment env) {
    List<String> rules = Analysis.getWordList(env, settings, "mappings");
    if (rules == null) throw new IllegalArgumentException("mapping requires either `mappings` or `mappings_path`");
    NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
    for (String rule : rules) {
      int arrow = rule.lastIndexOf("=>");
      if (arrow < 0) throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
      builder.add(unescape(rule.substring(0, arrow).trim()), unescape(rule.substring(arrow + 2).trim()));
    }
    NormalizeCharMap map = builder.build();
    return reader -> new MappingCharFilter(map, reader);
  }

  private static UnaryOperator<Reader> patternReplace(Settings settings, Environment env) {
    Pattern pattern = Pattern.compile(required(settings, "pattern", "pattern_replace"));
    String replacement = settings.get("replacement", "");
    return reader -> new PatternReplaceCharFilter(pattern, replacement, reader);
  }

  /** Backslash escapes as Elasticsearch reads them in a mapping rule: \\, \n, \t, \r, \b, \f and \\uXXXX. */
  private static String unescape(String side) {
    StringBuilder out = new StringBuilder(side.length());
    for (int i = 0; i < side.length(); i++) {
      char c = side.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (++i >= side.length()) throw new IllegalArgumentException("Invalid escaped char in [" + side + "]");
      switch (side.charAt(i)) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'u' -> {
          if (i + 4 >= side.length()) throw new IllegalArgumentException("Invalid escaped char in [" + side + "]");
          out.append((char) Integer.parseInt(side.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> out.append(side.charAt(i));
      }
    }
    return out.toString();
  }
}
