package dateline.analysis;

import static dateline.analysis.Parts.configured;
import static dateline.analysis.Parts.filter;
import static dateline.analysis.Parts.normalizing;
import static dateline.analysis.Parts.required;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Token filters of the analysis-common module, stemmers apart. */
final class CommonFilters {
  private CommonFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    return Map.ofEntries(
        Map.entry("apostrophe", filter((settings, env) -> ApostropheFilter::new)),
        Map.entry("arabic_normalization", normalizing((settings, env) -> ArabicNormalizationFilter::new)),
        Map.entry("asciifolding", normalizing(CommonFilters::asciiFolding)),
        Map.entry("bengali_normalization", normalizing((settings, env) -> BengaliNormalizationFilter::new)),
        Map.entry("cjk_bigram", filter(CommonFilters::cjkBigram)),
        Map.entry("cjk_width", normalizing((settings, env) -> CJKWidthFilter::new)),
        Map.entry("decimal_digit", normalizing((settings, env) -> DecimalDigitFilter::new)),
        Map.entry("dictionary_decompounder", configured(filter(CommonFilters::decompounder))),
        Map.entry("elision", configured(normalizing(CommonFilters::elision))),
        Map.entry("german_normalization", normalizing((settings, env) -> GermanNormalizationFilter::new)),
        Map.entry("hindi_normalization", normalizing((settings, env) -> HindiNormalizationFilter::new)),
        Map.entry("indic_normalization", normalizing((settings, env) -> IndicNormalizationFilter::new)),
        Map.entry("keyword_marker", configured(filter(CommonFilters::keywordMarker))),
        Map.entry("keyword_repeat", filter((settings, env) -> KeywordRepeatFilter::new)),
        Map.entry("length", filter(CommonFilters::length)),
        Map.entry("lowercase", normalizing(CommonFilters::lowercase)),
        Map.entry("pattern_capture", configured(filter(CommonFilters::patternCapture))),
        Map.entry("pattern_replace", configured(filter(CommonFilters::patternReplace))),
        Map.entry("persian_normalization", normalizing((settings, env) -> PersianNormalizationFilter::new)),
        Map.entry("remove_duplicates", filter((settings, env) -> RemoveDuplicatesTokenFilter::new)),
        Map.entry("flatten_graph", filter((settings, env) -> FlattenGraphFilter::new)),
        Map.entry("unique", filter((settings, env) -> UniqueFilter::new)),
        Map.entry("truncate", configured(filter(CommonFilters::truncate))),
        Map.entry("word_delimiter_graph", filter(WordDelimiter::from)));
  }

  private static UnaryOperator<TokenStream> asciiFolding(Settings settings, Environment env) {
    boolean preserveOriginal = settings.getAsBoolean("preserve_original", false);
    return stream -> new ASCIIFoldingFilter(stream, preserveOriginal);
  }

  private static UnaryOperator<TokenStream> cjkBigram(Settings settings, Environment env) {
    boolean unigrams = settings.getAsBoolean("output_unigrams", false);
    List<String> ignored = settings.getAsList("ignored_scripts");
    int flags = 0;
    for (Map.Entry<String, Integer> script :
        Map.of("han", CJKBigramFilter.HAN, "hiragana", CJKBigramFilter.HIRAGANA,
            "katakana", CJKBigramFilter.KATAKANA, "hangul", CJKBigramFilter.HANGUL).entrySet()) {
      if (!ignored.contains(script.getKey())) flags |= script.getValue();
    }
    int scripts = flags;
    return stream -> new CJKBigramFilter(stream, scripts, unigrams);
  }

  private static UnaryOperator<TokenStream> decompounder(Settings settings, Environment env) {
    CharArraySet words = Analysis.getWordSet(env, settings, "word_list");
    if (words == null) throw new IllegalArgumentException("word_list is missing for [dictionary_decompounder]");
    int minWord = settings.getAsInt("min_word_size", 5);
    int minSubword = settings.getAsInt("min_subword_size", 2);
    int maxSubword = settings.getAsInt("max_subword_size", 15);
    boolean onlyLongest = settings.getAsBoolean("only_longest_match", false);
    return stream ->
        new DictionaryCompoundWordTokenFilter(stream, words, minWord, minSubword, maxSubword, onlyLongest);
  }

  private static UnaryOperator<TokenStream> elision(Settings settings, Environment env) {
    CharArraySet articles = Analysis.parseArticles(env, settings);
    if (articles == null) throw new IllegalArgumentException("articles is missing for [elision]");
    return stream -> new ElisionFilter(stream, articles);
  }

  private static UnaryOperator<TokenStream> keywordMarker(Settings settings, Environment env) {
    CharArraySet keywords = Analysis.getWordSet(env, settings, "keywords");
    if (keywords == null) throw new IllegalArgumentException("keywords is missing for [keyword_marker]");
    return stream -> new SetKeywordMarkerFilter(stream, keywords);
  }

  private static UnaryOperator<TokenStream> length(Settings settings, Environment env) {
    int min = settings.getAsInt("min", 0);
    int max = settings.getAsInt("max", Integer.MAX_VALUE);
    return stream -> new LengthFilter(stream, min, max);
  }

  private static UnaryOperator<TokenStream> lowercase(Settings settings, Environment env) {
    String language = settings.get("language");
    if (language == null) return LowerCaseFilter::new;
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "greek" -> GreekLowerCaseFilter::new;
      case "turkish" -> TurkishLowerCaseFilter::new;
      default -> throw new IllegalArgumentException("language [" + language + "] not supported for lower case");
    };
  }

  private static UnaryOperator<TokenStream> patternCapture(Settings settings, Environment env) {
    Pattern[] patterns = settings.getAsList("patterns").stream().map(Pattern::compile).toArray(Pattern[]::new);
    if (patterns.length == 0) throw new IllegalArgumentException("required setting 'patterns' is missing");
    boolean preserveOriginal = settings.getAsBoolean("preserve_original", true);
    return stream -> new PatternCaptureGroupTokenFilter(stream, preserveOriginal, patterns);
  }

  private static UnaryOperator<TokenStream> patternReplace(Settings settings, Environment env) {
    Pattern pattern = Pattern.compile(required(settings, "pattern", "pattern_replace"));
    String replacement = settings.get("replacement", "");
    boolean all = settings.getAsBoolean("all", true);
    return stream -> new PatternReplaceFilter(stream, pattern, replacement, all);
  }

  private static UnaryOperator<TokenStream> truncate(Settings settings, Environment env) {
    int length = settings.getAsInt("length", -1);
    if (length <= 0) throw new IllegalArgumentException("length parameter must be provided");
    return stream -> new TruncateTokenFilter(stream, length);
  }
}
