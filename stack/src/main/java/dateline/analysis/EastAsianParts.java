package dateline.analysis;

import static dateline.analysis.Parts.characters;
import static dateline.analysis.Parts.filter;

import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseIterationMarkCharFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseReadingFormFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Parts of the analysis-smartcn, -kuromoji and -nori plugins. */
final class EastAsianParts {
  private EastAsianParts() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> tokenizers() {
    return Map.of(
        "smartcn_tokenizer",
        (index, env, name, settings) -> TokenizerFactory.newFactory(name, HMMChineseTokenizer::new),
        "kuromoji_tokenizer", (index, env, name, settings) -> kuromoji(name, settings),
        "nori_tokenizer", (index, env, name, settings) -> nori(name, settings));
  }

  static Map<String, AnalysisProvider<TokenFilterFactory>> filters() {
    return Map.of(
        "smartcn_stop", filter(EastAsianParts::chineseStop),
        "ja_stop", filter(EastAsianParts::japaneseStop),
        "kuromoji_baseform", filter((settings, env) -> JapaneseBaseFormFilter::new),
        "kuromoji_part_of_speech", filter(EastAsianParts::japanesePartOfSpeech),
        "kuromoji_readingform", filter(EastAsianParts::japaneseReading),
        "kuromoji_stemmer", filter(EastAsianParts::katakanaStemmer),
        "nori_part_of_speech", filter(EastAsianParts::koreanPartOfSpeech),
        "nori_readingform", filter((settings, env) -> KoreanReadingFormFilter::new));
  }

  static Map<String, AnalysisProvider<CharFilterFactory>> charFilters() {
    return Map.of("kuromoji_iteration_mark", characters(EastAsianParts::iterationMark));
  }

  private static TokenizerFactory kuromoji(String name, Settings settings) {
    JapaneseTokenizer.Mode mode =
        switch (settings.get("mode", "search").toLowerCase(Locale.ROOT)) {
          case "normal" -> JapaneseTokenizer.Mode.NORMAL;
          case "extended" -> JapaneseTokenizer.Mode.EXTENDED;
          default -> JapaneseTokenizer.Mode.SEARCH;
        };
    boolean noPunctuation = settings.getAsBoolean("discard_punctuation", true);
    boolean noCompound = settings.getAsBoolean("discard_compound_token", false);
    return TokenizerFactory.newFactory(name, () -> new JapaneseTokenizer(null, noPunctuation, noCompound, mode));
  }

  private static TokenizerFactory nori(String name, Settings settings) {
    String mode = settings.get("decompound_mode", KoreanTokenizer.DEFAULT_DECOMPOUND.name());
    KoreanTokenizer.DecompoundMode decompound =
        KoreanTokenizer.DecompoundMode.valueOf(mode.toUpperCase(Locale.ROOT));
    boolean noPunctuation = settings.getAsBoolean("discard_punctuation", true);
    return TokenizerFactory.newFactory(
        name,
        () ->
            new KoreanTokenizer(
                TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, decompound, false, noPunctuation));
  }

  private static UnaryOperator<TokenStream> chineseStop(Settings settings, Environment env) {
    CharArraySet words =
        Analysis.parseWords(env, settings, "stopwords", SmartChineseAnalyzer.getDefaultStopSet(),
            Map.of("_smartcn_", SmartChineseAnalyzer.getDefaultStopSet()),
            settings.getAsBoolean("ignore_case", false));
    return stream -> new StopFilter(stream, words);
  }

  private static UnaryOperator<TokenStream> japaneseStop(Settings settings, Environment env) {
    CharArraySet words =
        Analysis.parseWords(env, settings, "stopwords", JapaneseAnalyzer.getDefaultStopSet(),
            Map.of("_japanese_", JapaneseAnalyzer.getDefaultStopSet()),
            settings.getAsBoolean("ignore_case", false));
    return stream -> new StopFilter(stream, words);
  }

  private static UnaryOperator<TokenStream> japanesePartOfSpeech(Settings settings, Environment env) {
    List<String> given = Analysis.getWordList(env, settings, "stoptags");
    Set<String> tags = given == null ? JapaneseAnalyzer.getDefaultStopTags() : new HashSet<>(given);
    return stream -> new JapanesePartOfSpeechStopFilter(stream, tags);
  }

  private static UnaryOperator<TokenStream> japaneseReading(Settings settings, Environment env) {
    boolean romaji = settings.getAsBoolean("use_romaji", false);
    return stream -> new JapaneseReadingFormFilter(stream, romaji);
  }

  private static UnaryOperator<TokenStream> katakanaStemmer(Settings settings, Environment env) {
    int length = settings.getAsInt("minimum_length", JapaneseKatakanaStemFilter.DEFAULT_MINIMUM_LENGTH);
    return stream -> new JapaneseKatakanaStemFilter(stream, length);
  }

  private static UnaryOperator<TokenStream> koreanPartOfSpeech(Settings settings, Environment env) {
    List<String> given = Analysis.getWordList(env, settings, "stoptags");
    Set<POS.Tag> tags =
        given == null
            ? KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS
            : given.stream().map(POS::resolveTag).collect(Collectors.toSet());
    return stream -> new KoreanPartOfSpeechStopFilter(stream, tags);
  }

  private static UnaryOperator<Reader> iterationMark(Settings settings, Environment env) {
    boolean kanji = settings.getAsBoolean("normalize_kanji", true);
    boolean kana = settings.getAsBoolean("normalize_kana", true);
    return reader -> new JapaneseIterationMarkCharFilter(reader, kanji, kana);
  }
}
