package dateline.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compounds written as one word: Kinderzahnheilkunde is a Zahnheilkunde, and holds a Kind and a Zahn. Every part is a
 * noun of the table of parts; of several ways to cut a word, the one with the fewest parts. The table gives a noun for
 * each of its forms, and, behind a hyphen, for what it becomes in front of another alone (`schul`: `-schule`).
 */
final class Compounds {
  private static final int SHORTEST_PART = 3;
  /** In front of another: "för" and "min" begin many Swedish words that are no compounds. */
  private static final int SHORTEST_BEFORE = 4;
  private static final int SHORTEST_WORD = 7;
  private static final int LONGEST_WORD = 50;
  private static final int MOST_PARTS = 5;
  private static final char WITHIN = '-';
  private static final char LINK = 's';

  private final FormTable forms;
  private final FormTable parts;

  Compounds(FormTable forms, FormTable parts) {
    this.forms = forms;
    this.parts = parts;
  }

  /**
   * @param known  lemmas of the word, none where no table has it
   * @return `known`, or the word with its last part's lemma; with what it is made of, where that is wanted
   */
  Set<String> read(String word, Set<String> known, boolean parted) {
    if (word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD) return known;
    if (!known.isEmpty() && !parted) return known;
    List<String> cut = cut(word);
    if (cut.size() < 2) return known;
    Set<String> found = new LinkedHashSet<>(known);
    if (known.isEmpty()) found.add(lemmaOf(cut, 0, cut.size()));
    if (parted) addParts(cut, found);
    return found;
  }

  /**
   * Neighbouring parts stand together where the cut has them together: a Waffenstillstand is a Stillstand of the Waffen,
   * and no Stand of a Waffenstille. Across a cut they have to be a known word (Präsidentenwahl of Bundespräsidentenwahl).
   */
  private void addParts(List<String> cut, Set<String> found) {
    List<String> smallest = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int owner = 0; owner < cut.size(); owner++)
      for (String part : again(cut.get(owner))) {
        smallest.add(part);
        owners.add(owner);
      }
    int count = Math.min(smallest.size(), MOST_PARTS);
    for (int from = 0; from < count; from++)
      for (int to = from + 1; to <= count; to++)
        if (to - from == 1) addLemmas(smallest.get(from), found);
        else if (to - from < smallest.size() && (standTogether(owners, from, to) || isKnown(smallest, from, to)))
          found.add(lemmaOf(smallest, from, to));
  }

  /** A part in parts of its own, its link on the last of them, or itself. */
  private List<String> again(String part) {
    List<String> parted = cut(part);
    if (parted.size() > 1) return parted;
    String linkless = withoutLink(part);
    parted = linkless.length() < part.length() ? cut(linkless) : List.of();
    if (parted.size() < 2) return List.of(part);
    parted.set(parted.size() - 1, parted.get(parted.size() - 1) + LINK);
    return parted;
  }

  /** Parts of one part, or whole parts. */
  private static boolean standTogether(List<Integer> owners, int from, int to) {
    boolean begins = from == 0 || !owners.get(from - 1).equals(owners.get(from));
    boolean ends = to == owners.size() || !owners.get(to - 1).equals(owners.get(to));
    return (begins && ends) || owners.get(from).equals(owners.get(to - 1));
  }

  private boolean isKnown(List<String> smallest, int from, int to) {
    return forms.exactly(String.join("", smallest.subList(from, to)), lemma -> {});
  }

  /** Of one part: all lemmas that a query for it asks for, else the noun that the table of parts gives. */
  private void addLemmas(String part, Set<String> found) {
    if (!forms.exactly(part, found::add)) found.add(lemmaOf(List.of(part), 0, 1));
  }

  /** Of neighbouring parts as one word: what stands in front, and the lemma of the last. */
  private String lemmaOf(List<String> cut, int from, int to) {
    String before = String.join("", cut.subList(from, to - 1));
    String last = cut.get(to - 1);
    List<String> listed = new ArrayList<>();
    if (to - from > 1 && forms.exactly(before + last, listed::add)) return listed.get(0);
    if (parts.exactly(last, listed::add) || parts.exactly(withoutLink(last), listed::add)) {
      String noun = listed.get(0);
      return before + (noun.charAt(0) == WITHIN ? noun.substring(1) : noun);
    }
    return before + last;
  }

  private static String withoutLink(String part) {
    return part.charAt(part.length() - 1) == LINK ? part.substring(0, part.length() - 1) : part;
  }

  /** The word in the fewest parts, at least two; empty where it cannot be cut. */
  private List<String> cut(String word) {
    int length = word.length();
    int[] fewest = new int[length + 1];
    int[] next = new int[length + 1];
    for (int from = length - SHORTEST_PART; from >= 0; from--) {
      for (int to = Math.min(length, from == 0 ? length - 1 : length); to >= from + SHORTEST_PART; to--) {
        if (to < length && fewest[to] == 0) continue;
        if (to < length && to - from < SHORTEST_BEFORE) continue;
        int count = fewest[to] + 1;
        if (fewest[from] != 0 && fewest[from] <= count) continue;
        if (!isPart(word.substring(from, to), to == length)) continue;
        fewest[from] = count;
        next[from] = to;
      }
    }
    List<String> cut = new ArrayList<>();
    if (fewest[0] < 2) return cut;
    for (int from = 0; from < length; from = next[from]) cut.add(word.substring(from, next[from]));
    return cut;
  }

  private boolean isPart(String part, boolean last) {
    List<String> nouns = new ArrayList<>();
    parts.exactly(part, nouns::add);
    if (last) return nouns.stream().anyMatch(noun -> noun.charAt(0) != WITHIN);
    if (!nouns.isEmpty()) return true;
    String linkless = withoutLink(part);
    return linkless.length() > SHORTEST_PART && linkless.length() < part.length() && parts.exactly(linkless, nouns::add);
  }
}
