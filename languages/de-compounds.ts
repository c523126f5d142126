/** Parts of German compounds as news use them; a word that holds one is found by it. Our own list. */
export const germanCompoundParts: readonly string[] = (
  'abgabe abkommen abrüstung absatz abstimmung abteilung agentur aktie aktien amt angebot angriff anlage anschlag antrag ' +
  'anteil arbeit arbeits arbeiter arbeitsplatz arbeitslosigkeit armee arzt asyl auftrag ausbau ausfuhr ausgabe ausland ausschuss außen ausstieg auto bahn bank banken bau bauer beauftragte ' +
  'bedingung behörde beitrag beratung bericht beschluss besuch betrieb bevölkerung bildung bischof boden botschaft botschafter brand brücke bruch bund bundes bundesrat bundestag ' +
  'bündnis bürger bürgermeister chef darlehen daten dienst diplomat dollar druck einfuhr einkommen einsatz eisen energie entscheidung entwicklung erdbeben ergebnis ernte erwärmung ' +
  'export fabrik fahrt familie fehler feier feuer film finanz finanzen firma fischerei fisch flotte flucht flüchtling flug flughafen fonds forderung forscher forschung fraktion ' +
  'frau frauen freiheit frieden friedens führung fußball garten gas gebäude gebiet gefahr gehalt geld gemeinde general gericht gerichtshof geschichte geschäft gesellschaft gesetz gesetzgebung ' +
  'gespräch gesundheit gesundheits getreide gewalt gewerkschaft gewicht gipfel gold grenze grenz gruppe grund hafen haft halle handel handels haupt hauptstadt haus haushalt hilfe hilfs ' +
  'hochschule hochwasser holz import industrie information innen institut insel inspektor institution instanz jahr jahres jahrhundert jugend justiz kabinett kammer kampf kandidat kanzler kasse katastrophe ' +
  'kern kernkraft kind kinder kirche klage klasse klima kohle kommission konferenz konflikt kongress kontrolle konzern kosten kraft kraftwerk kranken krankenhaus kredit kreis krieg kriegs krise ' +
  'kultur kunst küste land landes landwirtschaft leben lebens lebensmittel lehrer leiter leitung lied liga linie lohn luft macht mann mannschaft markt maßnahme medien meer meister meisterschaft menge ' +
  'mensch menschen menschenrechte messe milch militär miliz minister ministerium mitglied mittel mord motor museum musik nachbar nacht nahrung name nation nahost netz norden notstand öl opfer ' +
  'opposition orden ordnung ort osten partei parlament parlaments parlamentswahl partner patient person pflege pflicht plan platz politik politiker polizei post praktikum präsident präsidenten preis presse ' +
  'problem produkt produktion programm projekt protest prozess prüfung quelle rakete raketen rand rat raum recht rechts rede reform regel regen regierung regierungs regierungschef region reich reise rente renten ' +
  'republik rettung revolution richter ring rohstoff rolle runde sache sanktion satz schaden schiff schluss schul schule schulden schutz see sender senat sicherheit sicherheits sieg sitz sitzung soldat ' +
  'sonder sonne sozial spiel spieler spitze sport sprache sprecher staat staats staatschef stadt stahl stand standort stätte stelle stelle steuer stiftung stimme stoff strafe straße strecke streit streik streitkräfte strom ' +
  'stück studie sturm süden system tag tages tagung technik technologie teil temperatur termin terror test text theater tier tod todes ton tour tourismus transport treffen truppe turm übung ufer umfrage umwelt ' +
  'union universität unternehmen unterricht unterstützung urlaub urteil verband verbot verbrechen verein verfahren verfassung verfassungs verhandlung verkehr verlust vermittlung verordnung versicherung versorgung vertrag verteidigung verteidigungs ' +
  'vertreter verwaltung viertel vogel volk völker volks vorsitz vorsitzende vorstand waffe waffen waffenstillstand wagen wahl wahlen wahlkampf währung wald wand wasser wechsel weg weizen welt weltkrieg werbung werk wert westen ' +
  'wetter wind wirtschaft wirtschafts wissen wissenschaft woche wohl wohnung zahl zeit zeitung zentral zentrum zeuge ziel zins zivil zoll zone zug zukunft zusammenarbeit zustand'
).split(' ');
