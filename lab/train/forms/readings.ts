/**
 * Lemmas that a list lacks for forms of two words, of which it holds one: Finnish `vaaleissa`, "in elections",
 * stands under `vaalea`, "fair-haired", alone.
 */
export const readings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bg: { преговор: 'преговори преговорите' },
  da: { fængsel: 'fængslet fængslets fængsler fængslerne' },
  fi: {
    vaali:
      'vaalit vaalin vaalien vaaleja vaaleissa vaaleista vaaleihin vaaleilla vaaleilta vaaleille vaaleina vaaleiksi vaalia vaalissa',
  },
  // The plural of "child" is a word of its own in the list.
  hbs: { dijete: 'djeca djece djeci djecu djecom', dete: 'deca dece deci decu decom' },
  sk: { mesto: 'miest' },
};

/**
 * Languages whose lists name, as the lemma of some forms, a word that is itself a form: Norwegian `regjeringens` stands
 * under `regjeringen`, and that under `regjering`. Both are taken.
 */
export const chained: ReadonlySet<string> = new Set(['da', 'hu', 'no']);
