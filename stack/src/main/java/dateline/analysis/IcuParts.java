package dateline.analysis;

import static dateline.analysis.Parts.characters;
import static dateline.analysis.Parts.normalizing;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.io.Reader;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Parts of the analysis-icu plugin. */
final class IcuParts {
  private IcuParts() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> tokenizers() {
    return Map.of(
        "icu_tokenizer",
        (index, env, name, settings) ->
            TokenizerFactory.newFactory(
                name, () -> new ICUTokenizer(new DefaultICUTokenizerConfig(true, true))));
  }

  static Map<String, AnalysisProvider<TokenFilterFactory>> filters() {
    return Map.of(
        "icu_folding", normalizing(IcuParts::folding),
        "icu_normalizer", normalizing(IcuParts::normalizer),
        "icu_transform", normalizing(IcuParts::transform));
  }

  static Map<String, AnalysisProvider<CharFilterFactory>> charFilters() {
    return Map.of("icu_normalizer", characters(IcuParts::characterNormalizer));
  }

  private static UnaryOperator<TokenStream> folding(Settings settings, Environment env) {
    Normalizer2 normalizer = within(settings, ICUFoldingFilter.NORMALIZER);
    return stream -> new ICUFoldingFilter(stream, normalizer);
  }

  private static UnaryOperator<TokenStream> normalizer(Settings settings, Environment env) {
    String form = settings.get("name", "nfkc_cf");
    Normalizer2 normalizer = within(settings, Normalizer2.getInstance(null, form, Normalizer2.Mode.COMPOSE));
    return stream -> new ICUNormalizer2Filter(stream, normalizer);
  }

  private static UnaryOperator<TokenStream> transform(Settings settings, Environment env) {
    int direction =
        "reverse".equals(settings.get("dir", "forward")) ? Transliterator.REVERSE : Transliterator.FORWARD;
    Transliterator transliterator = Transliterator.getInstance(settings.get("id", "Null"), direction);
    return stream -> new ICUTransformFilter(stream, transliterator);
  }

  private static UnaryOperator<Reader> characterNormalizer(Settings settings, Environment env) {
    boolean decompose = "decompose".equals(settings.get("mode"));
    Normalizer2.Mode mode = decompose ? Normalizer2.Mode.DECOMPOSE : Normalizer2.Mode.COMPOSE;
    Normalizer2 form = Normalizer2.getInstance(null, settings.get("name", "nfkc_cf"), mode);
    Normalizer2 normalizer = within(settings, form);
    return reader -> new ICUNormalizer2CharFilter(reader, normalizer);
  }

  /** Keeps to the characters of `unicode_set_filter`, where it is given. */
  private static Normalizer2 within(Settings settings, Normalizer2 normalizer) {
    String set = settings.get("unicode_set_filter");
    return set == null ? normalizer : new FilteredNormalizer2(normalizer, new UnicodeSet(set).freeze());
  }
}
