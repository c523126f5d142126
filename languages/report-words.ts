/** Words by which datelines and credits tell reporters and outlets, in languages that write a name right beside them. */
export interface ReportWords {
  readonly reporters?: readonly string[];
  readonly correspondents?: readonly string[];
  readonly contributors?: readonly string[];
  readonly editors?: readonly string[];
  /** "Special", by itself a reporter. */
  readonly special?: readonly string[];
  /** "This", right before the kind of the outlet itself. */
  readonly own?: readonly string[];
  /** Ends of the names of papers, sites, agencies and stations. */
  readonly papers?: readonly string[];
  readonly sites?: readonly string[];
  readonly agencies?: readonly string[];
  readonly stations?: readonly string[];
  /** "Reports", behind reporter and place. */
  readonly reports?: readonly string[];
  /** "Wire", "news", "reports": what ends a dateline. */
  readonly dispatch?: readonly string[];
}
