using System.Globalization;
using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Forms;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Offers;

/// <summary>An offer's content in the reader's words, so that two versions of it can be laid side by side.</summary>
public sealed class OfferTelling(Words words, AreaNames areas)
{
    /// <summary>What <paramref name="theirs"/> and <paramref name="mine"/> say differently.</summary>
    public IReadOnlyList<Difference> Between(OfferContent theirs, OfferContent mine) => Difference.Between(Tell(theirs), Tell(mine));

    private IEnumerable<(string Label, string Text)> Tell(OfferContent offer) =>
    [
        .. offer.Areas.Select(area => (areas.NameOf(area.AreaCode), Tell(area))),
        .. offer.Evidence.Select(one => (words["offer.evidence_of", areas.NameOf(one.AreaCode)], $"{one.Text} {one.Address}".Trim())),
        (words["offer.total"], offer.HasPersonDays ? words["days", words.Number(offer.PersonDays)] : ""),
        (words["field.effortBand"], words.Name("band", offer.CapacityBand)),
        (words["offer.terms"], Names("term", offer.Terms)),
        (words["need.languages"], Names("language", offer.Languages)),
        (words["offer.max_partnerships"], offer.MaxPartnerships > 0 ? words.Number(offer.MaxPartnerships) : ""),
        (words["offer.travel"], words.Name("travel", offer.Travel)),
        (words["offer.from"], offer.AvailableFrom),
        (words["offer.to"], offer.AvailableTo),
        (words["offer.anchoring"], words.Name("anchoring", offer.Anchoring)),
        (words["offer.anchored_on"], offer.AnchoredOn),
        (words["offer.wishes"], string.Join(", ", offer.Wishes)),
        (words["offer.vetoes"], string.Join(", ", offer.Vetoes)),
        (words["offer.learns"], string.Join(", ", offer.Learns.Select(areas.NameOf).Order(StringComparer.CurrentCulture))),
        (words["offer.text.nb"], offer.Text?.Nb ?? ""),
        (words["offer.text.uk"], offer.Text?.Uk ?? ""),
        (words["offer.text.en"], offer.Text?.En ?? ""),
        (words["offer.illustrative"], words.Name("yes_no", offer.Illustrative ? "yes" : "no")),
    ];

    private string Tell(OfferedArea area) => string.Join(
        "; ",
        new[]
        {
            words.Name("level", area.Level.ToString(CultureInfo.InvariantCulture)), Names("mode", area.Modes),
            area.HasPersonDays ? words["days", words.Number(area.PersonDays)] : "",
        }.Where(part => part.Length > 0));

    private string Names(string list, IEnumerable<string> values) => string.Join(", ", values.Order(StringComparer.Ordinal).Select(value => words.Name(list, value)));
}
