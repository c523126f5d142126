package dateline.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** One table a language and node, however many indices use it: read at first use, kept for good. */
final class FormTables {
  private static final Map<String, FormTable> LOADED = new ConcurrentHashMap<>();

  private FormTables() {}

  static FormTable of(String language) {
    return LOADED.computeIfAbsent(language, FormTables::load);
  }

  /** Nouns that compounds are made of, and how they stand within one. */
  static FormTable partsOf(String language) {
    return of(language + "-parts");
  }

  private static FormTable load(String language) {
    if (!language.matches("[a-z]{2,3}(-parts)?")) throw new IllegalArgumentException("no language: [" + language + "]");
    try (InputStream packed = FormTables.class.getResourceAsStream(language + ".gz")) {
      if (packed == null) throw new IllegalArgumentException("dateline_forms has no table for [" + language + "]");
      return FormTable.read(new GZIPInputStream(packed, 1 << 16));
    } catch (IOException broken) {
      throw new UncheckedIOException("the table of forms for [" + language + "] cannot be read", broken);
    }
  }
}
