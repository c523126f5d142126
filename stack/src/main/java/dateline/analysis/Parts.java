package dateline.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Short forms for the factories that Elasticsearch asks for. */
final class Parts {
  private Parts() {}

  /** What a part makes of its settings: an operation on every stream or reader from then on. */
  interface Configured<T> {
    UnaryOperator<T> from(Settings settings, Environment environment) throws IOException;
  }

  /** A filter that changes whole words: prefix and wildcard queries do without it. */
  static AnalysisProvider<TokenFilterFactory> filter(Configured<TokenStream> part) {
    return (index, environment, name, settings) -> plain(name, part.from(settings, environment));
  }

  /** A filter that changes characters only: prefix and wildcard queries take it too. */
  static AnalysisProvider<TokenFilterFactory> normalizing(Configured<TokenStream> part) {
    return (index, environment, name, settings) -> normalizing(name, part.from(settings, environment));
  }

  /** A character filter that a normalizer may use. */
  static AnalysisProvider<CharFilterFactory> characters(Configured<Reader> part) {
    return (index, environment, name, settings) -> {
      UnaryOperator<Reader> change = part.from(settings, environment);
      return new NormalizingCharFilterFactory() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public Reader create(Reader reader) {
          return change.apply(reader);
        }
      };
    };
  }

  /** Marks a part that cannot work without settings, so that nobody tries it bare. */
  static <T> AnalysisProvider<T> configured(AnalysisProvider<T> provider) {
    return new AnalysisProvider<>() {
      @Override
      public T get(IndexSettings index, Environment environment, String name, Settings settings)
          throws IOException {
        return provider.get(index, environment, name, settings);
      }

      @Override
      public boolean requiresAnalysisSettings() {
        return true;
      }
    };
  }

  static String required(Settings settings, String key, String part) {
    String value = settings.get(key);
    if (value == null) throw new IllegalArgumentException(key + " is missing for [" + part + "]");
    return value;
  }

  private static TokenFilterFactory plain(String name, UnaryOperator<TokenStream> change) {
    return new TokenFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TokenStream create(TokenStream stream) {
        return change.apply(stream);
      }
    };
  }

  private static TokenFilterFactory normalizing(String name, UnaryOperator<TokenStream> change) {
    return new NormalizingTokenFilterFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TokenStream create(TokenStream stream) {
        return change.apply(stream);
      }
    };
  }
}
