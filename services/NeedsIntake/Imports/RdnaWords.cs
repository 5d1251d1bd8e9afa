using Kommunebro.NeedsIntake.Needs;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>The sectors of the Rapid Damage and Needs Assessment in words.</summary>
internal static class RdnaWords
{
    public static readonly IReadOnlyDictionary<string, InThreeLanguages> All = InThreeLanguages.Of<RdnaSector>(
        new("bolig", "житло", "housing"),
        new("utdanning og forskning", "освіта і наука", "education and science"),
        new("helse", "охорона здоров’я", "health"),
        new("sosial trygghet og levekår", "соціальний захист і засоби до існування", "social protection and livelihoods"),
        new("kultur og reiseliv", "культура і туризм", "culture and tourism"),
        new("energi og utvinning", "енергетика і видобування", "energy and extractives"),
        new("transport", "транспорт", "transport"),
        new("telekom og digitalisering", "телекомунікації та цифрові технології", "telecom and digital"),
        new("vann og avløp", "водопостачання і водовідведення", "water supply and sanitation"),
        new("kommunale tjenester", "муніципальні послуги", "municipal services"),
        new("landbruk", "сільське господарство", "agriculture"),
        new("vanning", "зрошення", "irrigation"),
        new("handel og industri", "торгівля і промисловість", "commerce and industry"),
        new("finans og bank", "фінанси і банки", "finance and banking"),
        new("miljø og skog", "довкілля і лісове господарство", "environment and forestry"),
        new("beredskap og sivilt vern", "реагування на надзвичайні ситуації та цивільний захист", "emergency response and civil protection"),
        new("justis og offentlig forvaltning", "юстиція і державне управління", "justice and public administration"),
        new("mine- og eksplosivrydding", "протимінна діяльність", "explosive hazard management"));
}
