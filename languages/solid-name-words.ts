/** Words and characters by which names are corrected in Chinese and Japanese, where nothing parts words. */
export interface SolidNameWords {
  /** Words attached to a name that make it the name of a doctrine, and what may come between them. */
  readonly doctrines?: readonly string[];
  readonly doctrineOpenings?: readonly string[];
  /** Stations: as a name's last character, and right behind a name. */
  readonly stationEnds?: readonly string[];
  readonly stations?: readonly string[];
  /** The head of one, who is a person. */
  readonly heads?: readonly string[];
  /** Behind a list: "and so on"; what joins it to a number; numbers; and what is counted there. */
  readonly andSoOn?: readonly string[];
  readonly numberLinks?: readonly string[];
  readonly numerals?: readonly string[];
  readonly countedPlaces?: readonly string[];
  /** Words behind a surname that make a place or school of it. */
  readonly placeEnds?: readonly string[];
  /** Ends of the offices of ministers. */
  readonly ministers?: readonly string[];
  /** Words behind an office that make a seat or a candidacy of it. */
  readonly notOffices?: readonly string[];
  /** Countries, parties and bodies of states, which rule too. */
  readonly rulers?: readonly string[];
}
