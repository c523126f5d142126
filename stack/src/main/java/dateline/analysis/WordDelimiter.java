package dateline.analysis;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;

/** The `word_delimiter_graph` filter of the analysis-common module; of its type table, single characters. */
final class WordDelimiter {
  private WordDelimiter() {}

  private record Switch(String name, int flag, boolean standard) {}

  private static final List<Switch> SWITCHES =
      List.of(
          new Switch("generate_word_parts", GENERATE_WORD_PARTS, true),
          new Switch("generate_number_parts", GENERATE_NUMBER_PARTS, true),
          new Switch("catenate_words", CATENATE_WORDS, false),
          new Switch("catenate_numbers", CATENATE_NUMBERS, false),
          new Switch("catenate_all", CATENATE_ALL, false),
          new Switch("split_on_case_change", SPLIT_ON_CASE_CHANGE, true),
          new Switch("split_on_numerics", SPLIT_ON_NUMERICS, true),
          new Switch("preserve_original", PRESERVE_ORIGINAL, false),
          new Switch("stem_english_possessive", STEM_ENGLISH_POSSESSIVE, true));

  /** By the values of WordDelimiterIterator, most of which are closed to others. */
  private static final Map<String, Byte> TYPES =
      Map.of(
          "LOWER", (byte) 1,
          "UPPER", (byte) 2,
          "ALPHA", (byte) 3,
          "DIGIT", (byte) 4,
          "ALPHANUM", (byte) 7,
          "SUBWORD_DELIM", (byte) 8);

  static UnaryOperator<TokenStream> from(Settings settings, Environment env) {
    int flags = 0;
    for (Switch one : SWITCHES) if (settings.getAsBoolean(one.name(), one.standard())) flags |= one.flag();
    int chosen = flags;
    byte[] types = table(settings.getAsList("type_table"));
    boolean adjust = settings.getAsBoolean("adjust_offsets", true);
    return stream -> new WordDelimiterGraphFilter(stream, adjust, types, chosen, null);
  }

  /** Signs beyond Latin 1 keep their own types. */
  private static byte[] table(List<String> rules) {
    byte[] types = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE.clone();
    for (String rule : rules) {
      int arrow = rule.lastIndexOf("=>");
      String sign = rule.substring(0, Math.max(arrow, 0)).trim();
      Byte type = TYPES.get(rule.substring(arrow + 2).trim());
      if (sign.length() != 1 || sign.charAt(0) >= types.length || type == null)
        throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
      types[sign.charAt(0)] = type;
    }
    return types;
  }
}
