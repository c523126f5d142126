/** Parts of Dutch compounds as news use them; a word that holds one is found by it. Our own list. */
export const dutchCompoundParts: readonly string[] = (
  'aanslag aardbeving academie accijns advies afdeling akkoord ambassade ambassadeur ambtenaar arbeid arbeids arts bank banken bedrijf begroting beleid belasting bericht bestuur besluit bevolking bewind ' +
  'binnenland boer bouw brand brandstof brug buitenland burger burgemeester centrum cijfer commissie conferentie crisis cultuur dienst dorp economie energie export familie fabriek feest film financiën fonds fractie fractievoorzitter ' +
  'gebied gebouw geld gemeente gemeenteraad generaal geschiedenis gezondheid gezondheids grens groep haven handel handels hof hoofd hoofdstad huis hulp import industrie inkomen instelling instituut jaar jeugd justitie kabinet kamer kampioen kandidaat kern ' +
  'kerk kind kinder klimaat koning koningin kosten kracht krant kunst kust land landbouw leger leider leiding leraar leven lijn lucht luchthaven maatregel maatschappij macht markt melk mensen mensenrechten milieu minister ministerie moord museum ' +
  'muziek nacht natuur oorlog oorlogs onderwijs onderzoek opstand organisatie ouderen overheid overleg overstroming parlement partij partner pensioen plaats plan politie politiek president premier prijs pers programma project raad ramp recht rechts ' +
  'rechtbank rechter reactie regering regerings regio reis schade school schip sector secretaris soldaat spoor sport staat staats stad stads station stelsel stem steun straat strijd stroom studie taal tarief tekort tijd top trein troepen uitgave ' +
  'uitspraak unie universiteit veiligheid veiligheids verbod verdrag verdediging vereniging verkeer verkiezing verkiezingen verklaring verzekering vergadering vlucht vluchteling voedsel voetbal volk voorzitter vrede vredes vrouw vrouwen water waarde wapen wapens wedstrijd weg week ' +
  'wereld werk werkgever werknemer wet wetenschap wind wonen woning zaak zaken zee ziekenhuis zitting zorg'
).split(' ');
