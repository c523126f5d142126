package dateline.forms;

import java.text.Normalizer;

/** Letters without their marks, as they are typed in a hurry. Й and ї are letters of their own. */
final class PlainLetters {
  private static final String WITHOUT_MARKS = "łøđıςىةیکٱ";
  private static final String PLAIN = "lodiσيهيكا";
  /** Of every letter of the basic plane that is not its own; made once, 128 KiB. */
  private static final char[] OF = new char[1 << 16];

  static {
    for (int letter = 0; letter < OF.length; letter++) OF[letter] = strip((char) letter);
  }

  private PlainLetters() {}

  static char of(char letter) {
    return OF[letter];
  }

  private static char strip(char letter) {
    int listed = WITHOUT_MARKS.indexOf(letter);
    if (listed >= 0) return PLAIN.charAt(listed);
    if (letter < 0x80 || Character.isSurrogate(letter) || letter == 'й' || letter == 'ї') return letter;
    if (!Character.isLetter(letter)) return letter;
    char base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
    int again = WITHOUT_MARKS.indexOf(base);
    return again >= 0 ? PLAIN.charAt(again) : base;
  }
}
