package dateline.analysis;

import static dateline.analysis.Parts.configured;
import static dateline.analysis.Parts.filter;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The `stemmer` and `stemmer_override` filters of the analysis-common module. */
final class StemmingFilters {
  private StemmingFilters() {}

  /** By the value of `language`. */
  private static final Map<String, UnaryOperator<TokenStream>> STEMMERS =
      Map.ofEntries(
          Map.entry("arabic", ArabicStemFilter::new),
          Map.entry("bengali", BengaliStemFilter::new),
          Map.entry("bulgarian", BulgarianStemFilter::new),
          Map.entry("catalan", snowball("Catalan")),
          Map.entry("czech", CzechStemFilter::new),
          Map.entry("danish", snowball("Danish")),
          Map.entry("dutch", snowball("Dutch")),
          Map.entry("english", PorterStemFilter::new),
          Map.entry("porter2", snowball("English")),
          Map.entry("light_english", KStemFilter::new),
          Map.entry("minimal_english", EnglishMinimalStemFilter::new),
          Map.entry("possessive_english", EnglishPossessiveFilter::new),
          Map.entry("finnish", snowball("Finnish")),
          Map.entry("french", snowball("French")),
          Map.entry("light_french", FrenchLightStemFilter::new),
          Map.entry("german", snowball("German")),
          Map.entry("light_german", GermanLightStemFilter::new),
          Map.entry("minimal_german", GermanMinimalStemFilter::new),
          Map.entry("greek", GreekStemFilter::new),
          Map.entry("hindi", HindiStemFilter::new),
          Map.entry("hungarian", snowball("Hungarian")),
          Map.entry("indonesian", stream -> new IndonesianStemFilter(stream, true)),
          Map.entry("light_indonesian", stream -> new IndonesianStemFilter(stream, false)),
          Map.entry("italian", snowball("Italian")),
          Map.entry("light_italian", ItalianLightStemFilter::new),
          Map.entry("norwegian", snowball("Norwegian")),
          Map.entry("persian", PersianStemFilter::new),
          Map.entry("portuguese", snowball("Portuguese")),
          Map.entry("light_portuguese", PortugueseLightStemFilter::new),
          Map.entry("romanian", snowball("Romanian")),
          Map.entry("russian", snowball("Russian")),
          Map.entry("light_russian", RussianLightStemFilter::new),
          Map.entry("serbian", snowball("Serbian")),
          Map.entry("spanish", snowball("Spanish")),
          Map.entry("light_spanish", SpanishLightStemFilter::new),
          Map.entry("swedish", snowball("Swedish")),
          Map.entry("light_swedish", SwedishLightStemFilter::new),
          Map.entry("turkish", snowball("Turkish")));

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    return Map.of(
        "stemmer", filter(StemmingFilters::stemmer),
        "stemmer_override", configured(filter(StemmingFilters::override)));
  }

  private static UnaryOperator<TokenStream> snowball(String language) {
    return stream -> new SnowballFilter(stream, language);
  }

  private static UnaryOperator<TokenStream> stemmer(Settings settings, Environment env) {
    String language = settings.get("language", settings.get("name", "porter"));
    if (language.equals("porter")) return PorterStemFilter::new;
    UnaryOperator<TokenStream> stemmer = STEMMERS.get(language);
    if (stemmer == null) throw new IllegalArgumentException("the bridge has no stemmer for [" + language + "]");
    return stemmer;
  }

  private static UnaryOperator<TokenStream> override(Settings settings, Environment env) throws IOException {
    List<String> rules = Analysis.getWordList(env, settings, "rules");
    if (rules == null) throw new IllegalArgumentException("rules is missing for [stemmer_override]");
    StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder(false);
    for (String rule : rules) {
      String[] sides = rule.split("=>", -1);
      if (sides.length != 2) throw new IllegalArgumentException("Invalid Keyword override Rule:" + rule);
      for (String key : sides[0].split(",")) builder.add(key.trim(), sides[1].trim());
    }
    StemmerOverrideFilter.StemmerOverrideMap map = builder.build();
    return stream -> new StemmerOverrideFilter(stream, map);
  }
}
