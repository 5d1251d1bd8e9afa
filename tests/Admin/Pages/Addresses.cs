using Kommunebro.Tests.Admin.Backends;

namespace Kommunebro.Tests.Admin.Pages;

/// <summary>Every page that there is.</summary>
public static class Addresses
{
    /// <summary>For staff.</summary>
    public static readonly IReadOnlyList<string> OfStaff =
    [
        "", "call-list", "needs", "needs?status=submitted&urgency=4&q=pump", $"needs/{Samples.NeedId}", $"needs/{Samples.RestrictedNeedId}",
        $"needs/{Samples.NeedId}/shortlist", "needs/new", $"needs/new?hromada={Samples.HromadaCode}", "needs/drafts", $"needs/drafts/{WritingSamples.DraftId}",
        "needs/duplicates", $"needs/{Samples.NeedId}/duplicates", $"needs/{Samples.NeedId}/files/{FileSamples.FileId}/remove", "needs/import",
        $"needs/imports/{FileSamples.ImportId}", $"needs/imports/{FileSamples.CutOffId}?outcome=refused", "municipalities", "municipalities?q=nobody", "municipalities/3301",
        $"municipalities/{Samples.HromadaCode}", "municipalities/3301/shortlist", "municipalities?helped=false",
        "municipalities/3301/profile", $"municipalities/{Samples.HromadaCode}/profile", "municipalities/3301/community-organisations/new",
        $"municipalities/3301/community-organisations/{ProfileSamples.BandId}", $"municipalities/3301/community-organisations/{ProfileSamples.BandId}/remove",
        $"municipalities/{Samples.HromadaCode}/community-organisations/{ProfileSamples.VolunteersId}",
        "municipalities/3301/history", $"municipalities/{Samples.HromadaCode}/history", $"municipalities/{Samples.HromadaCode}/history?on=2022-03-01&known=2023-01-01",
        "offers", "offers?due=true", "offers?status=withdrawn", "offers/new", $"offers/new?municipality=3301&interest={RegisterSamples.InterestId}", $"offers/{RegisterSamples.OfferId}",
        $"offers/{RegisterSamples.DraftOfferId}", $"offers/{RegisterSamples.OfferId}/revise", "initiatives", "initiatives/new", $"initiatives/new?hromada={Samples.HromadaCode}",
        $"initiatives/{RegisterSamples.InitiativeId}", $"initiatives/{RegisterSamples.EndedInitiativeId}", "registers", "registers/katottg", "registers/territory", "registers/klass",
        "registers/relations", "registers/reviews", "registers/reviews?register=klass", $"registers/reviews/{RegisterSamples.ReviewId}", $"registers/reviews/{RegisterSamples.SettledReviewId}",
        "runs", $"runs/{Samples.RunId}", $"runs/{Samples.RunningId}", $"runs/{Samples.RepairId}",
        "scenarios", "scenarios/new", $"scenarios/{ScenarioSamples.Id}", $"scenarios/{ScenarioSamples.Id}?version=2", "scenarios/default",
        $"runs/{Samples.RunId}/compare", $"runs/{Samples.RunId}/compare?with={Samples.RunningId}", $"runs/{Samples.RunId}/why-not?need={Samples.NeedId}",
        $"runs/{Samples.RunId}/why-not?need={Samples.NeedId}&supplier=3301", $"runs/{Samples.RunId}/why-not?need={Samples.NeedId}&supplier=Dra",
        "proposals", $"proposals/{Samples.ProposalId}", "partnerships", "partnerships/new", $"partnerships/{Samples.PartnershipId}", "map", "inbox",
        "no-such-page", "needs/0192f0c0-0000-7000-8000-00000000ffff",
    ];

    /// <summary>For everybody.</summary>
    public static readonly IReadOnlyList<string> OfAll = [$"answer/{Samples.LinkToken}", "answer/unknown", "signed-out", "sign-in-failed"];
}
