package dateline.forms;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/**
 * Settings: `language` names the table; `prefixes` and `suffixes` are what is written onto a word and is none of its
 * letters (Arabic "and", Spanish "it"), taken off only where what is left is in the table; `names`,
 * prefixes that may also stand on a word that is in no table: such a word is kept with them and without;
 * `articles`, prefixes that come off known words, too, which are kept in both readings;
 * `compounds`: `whole` gives an unknown compound the lemma of its last part, `parts` its parts beside it;
 * `cased`, for words as printed: a word with a capital is kept beside its lemmas, since it may be a name that is inflected
 * like none of them; `asked`, for queries, whose names are often typed without capitals: every word is kept so.
 */
final class FormsFilterProvider implements AnalysisProvider<TokenFilterFactory> {
  @Override
  public TokenFilterFactory get(IndexSettings index, Environment environment, String name, Settings settings) {
    String language = settings.get("language");
    if (language == null) throw new IllegalArgumentException("language is missing for [dateline_forms]");
    FormTable table = FormTables.of(language);
    List<String> prefixes = settings.getAsList("prefixes");
    List<String> suffixes = settings.getAsList("suffixes");
    WordReader reader = new WordReader(table, prefixes, suffixes, settings.getAsInt("least", 2),
            settings.getAsList("names"), settings.getAsList("articles"));
    boolean cased = settings.getAsBoolean("cased", false);
    boolean asked = settings.getAsBoolean("asked", false);
    String wanted = settings.get("compounds", "none");
    Compounds compounds = wanted.equals("none") ? null : new Compounds(table, FormTables.partsOf(language));
    boolean parted = wanted.equals("parts");
    return new TokenFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TokenStream create(TokenStream stream) {
        return new FormsFilter(stream, reader, cased, asked, compounds, parted);
      }
    };
  }

  @Override
  public boolean requiresAnalysisSettings() {
    return true;
  }
}
