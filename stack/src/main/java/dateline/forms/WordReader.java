package dateline.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What one word is a form of: as written, else without marks on its letters, else without what is written onto it. */
final class WordReader {
  private static final int LONGEST = 60;

  private final FormTable table;
  private final String[] prefixes;
  private final String[] suffixes;
  private final int least;
  private final List<String> names;
  private final List<String> articles;

  /**
   * @param least  letters that a word must keep when something comes off
   * @param articles  prefixes that come off known words, too: both readings are kept
   */
  WordReader(
      FormTable table,
      List<String> prefixes,
      List<String> suffixes,
      int least,
      List<String> names,
      List<String> articles) {
    this.table = table;
    this.prefixes = withNone(prefixes);
    this.suffixes = withNone(suffixes);
    this.least = least;
    this.names = names;
    this.articles = articles;
  }

  private static String[] withNone(List<String> parts) {
    List<String> all = new ArrayList<>(parts);
    all.add("");
    return all.toArray(String[]::new);
  }

  /** @return lemmas, none where the word is unknown */
  Set<String> lemmasOf(CharSequence word) {
    if (word.length() > LONGEST) return Set.of();
    Set<String> lemmas = new LinkedHashSet<>();
    if (table.exactly(word, lemmas::add) || table.withoutMarks(word, lemmas::add)) {
      if (!articles.isEmpty()) withoutArticle(word.toString(), lemmas);
      return lemmas;
    }
    if (prefixes.length + suffixes.length > 2) withoutAffixes(word.toString(), lemmas);
    if (lemmas.isEmpty() && !names.isEmpty()) withoutNamePrefixes(word.toString(), lemmas);
    return lemmas;
  }

  private void withoutArticle(String word, Set<String> lemmas) {
    for (String article : articles)
      if (word.startsWith(article) && word.length() - article.length() >= least)
        table.exactly(word.substring(article.length()), lemmas::add);
  }

  private void withoutNamePrefixes(String word, Set<String> lemmas) {
    lemmas.add(word);
    for (String prefix : names)
      if (word.startsWith(prefix) && word.length() - prefix.length() > least) lemmas.add(word.substring(prefix.length()));
  }

  /** Where several readings fit, those that take off least. */
  private void withoutAffixes(String word, Set<String> lemmas) {
    int fewest = Integer.MAX_VALUE;
    for (String prefix : prefixes) {
      if (!word.startsWith(prefix)) continue;
      for (String suffix : suffixes) {
        int off = prefix.length() + suffix.length();
        if (off == 0 || off > fewest || word.length() - off < least || !word.endsWith(suffix)) continue;
        List<String> found = new ArrayList<>();
        Consumer<String> add = found::add;
        String rest = word.substring(prefix.length(), word.length() - suffix.length());
        if (!table.exactly(rest, add) && !table.withoutMarks(rest, add)) continue;
        if (off < fewest) lemmas.clear();
        fewest = off;
        lemmas.addAll(found);
      }
    }
  }
}
