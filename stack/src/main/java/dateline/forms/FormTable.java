package dateline.forms;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Forms and their lemmas as a minimal acyclic automaton, made by `lab/train/forms.ts`.
 *
 * <p>File: bytes of the alphabet, number of arcs (both 32 bits, little-endian), the alphabet in UTF-16LE with a line
 * feed behind it, the arcs. An arc: label in bits 24–31, last of its node in bit 23, end of a sequence in bit 22, place
 * of the target's first arc in bits 0–21; place 0 holds the root's. A sequence: the form's letters (2 and up, places in
 * the alphabet), 1, letters to cut at the front plus 1, at the back plus 1, and the letters that come there instead.
 */
final class FormTable {
  private static final int TARGET = (1 << 22) - 1;
  private static final int END = 1 << 22;
  private static final int LAST = 1 << 23;
  private static final int SEPARATOR = 1;

  private final char[] alphabet;
  /** Each letter of the alphabet without its marks. */
  private final char[] plain;
  private final int[] arcs;

  private FormTable(char[] alphabet, int[] arcs) {
    this.alphabet = alphabet;
    this.arcs = arcs;
    plain = new char[alphabet.length];
    for (int at = 0; at < alphabet.length; at++) plain[at] = PlainLetters.of(alphabet[at]);
  }

  static FormTable read(InputStream input) throws IOException {
    DataInputStream data = new DataInputStream(input);
    int letters = Integer.reverseBytes(data.readInt());
    int count = Integer.reverseBytes(data.readInt());
    String alphabet = new String(data.readNBytes(letters), StandardCharsets.UTF_16LE);
    byte[] bytes = data.readNBytes(4 * count);
    int[] arcs = new int[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(arcs);
    return new FormTable(alphabet.substring(0, alphabet.length() - 1).toCharArray(), arcs);
  }

  /** Gives each lemma of the form, letter by letter as it stands; whether there was any. */
  boolean exactly(CharSequence form, Consumer<String> found) {
    int node = arcs[0];
    for (int at = 0; at < form.length() && node != 0; at++) {
      int letter = Arrays.binarySearch(alphabet, form.charAt(at));
      node = letter < 0 ? 0 : follow(node, letter + 2);
    }
    return node != 0 && lemmasBehind(node, form, found);
  }

  /** The same for all forms that differ from this one by marks on letters alone. */
  boolean withoutMarks(CharSequence form, Consumer<String> found) {
    char[] wanted = new char[form.length()];
    for (int at = 0; at < wanted.length; at++) wanted[at] = PlainLetters.of(form.charAt(at));
    return anyFrom(arcs[0], wanted, 0, new char[wanted.length], found);
  }

  private boolean anyFrom(int node, char[] wanted, int at, char[] walked, Consumer<String> found) {
    if (node == 0) return false;
    if (at == wanted.length) return lemmasBehind(node, new String(walked), found);
    boolean any = false;
    for (int arc = node; ; arc++) {
      int letter = (arcs[arc] >>> 24) - 2;
      if (letter >= 0 && plain[letter] == wanted[at]) {
        walked[at] = alphabet[letter];
        any |= anyFrom(arcs[arc] & TARGET, wanted, at + 1, walked, found);
      }
      if ((arcs[arc] & LAST) != 0) return any;
    }
  }

  private int follow(int node, int label) {
    for (int arc = node; ; arc++) {
      if (arcs[arc] >>> 24 == label) return arcs[arc] & TARGET;
      if ((arcs[arc] & LAST) != 0) return 0;
    }
  }

  private boolean lemmasBehind(int node, CharSequence form, Consumer<String> found) {
    int fronts = follow(node, SEPARATOR);
    if (fronts == 0) return false;
    for (int front = fronts; ; front++) {
      int backs = arcs[front] & TARGET;
      for (int back = backs; ; back++) {
        int from = (arcs[front] >>> 24) - 1;
        int to = form.length() - ((arcs[back] >>> 24) - 1);
        spell(arcs[back], new StringBuilder(form.subSequence(from, Math.max(from, to))), found);
        if ((arcs[back] & LAST) != 0) break;
      }
      if ((arcs[front] & LAST) != 0) return true;
    }
  }

  private void spell(int arrived, StringBuilder lemma, Consumer<String> found) {
    if ((arrived & END) != 0) found.accept(lemma.toString());
    int node = arrived & TARGET;
    if (node == 0) return;
    for (int arc = node; ; arc++) {
      lemma.append(alphabet[(arcs[arc] >>> 24) - 2]);
      spell(arcs[arc], lemma, found);
      lemma.setLength(lemma.length() - 1);
      if ((arcs[arc] & LAST) != 0) return;
    }
  }
}
