using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>
/// What is sent with a call: as little as shows whether the caller may. Steps carry a version that nothing has, so that
/// nothing of the seed changes; what a partner says of its own municipality is right, so that only whose it is can be wrong.
/// </summary>
internal static partial class Requests
{
    private static readonly Dictionary<string, Func<Asker, JsonObject>> Bodies = new()
    {
        ["PUT contacts/{id}"] = _ => Seed.Contact(Marks.HromadaContact, Marks.HromadaEmail),
        ["POST municipalities/{code}/contacts"] = _ => Seed.Contact(Marks.HromadaContact, Marks.HromadaEmail),
        ["PUT municipalities/{code}"] = _ => Journey.Hromada(Journey.Vyshnivetska, "Vyshnivetska", "Вишнівецька", 17_268, 49.9, 25.75),
        ["PUT municipalities/{code}/profile"] = _ => Seed.Profile("A village."),
        ["POST municipalities/{code}/community-organisations"] = _ => Seed.Community("Enda et lag"),
        ["PUT community-organisations/{id}"] = _ => Seed.Community("Et lag"),
        ["POST expressions-of-interest"] = _ => Seed.InterestOfSupplier(),
        ["POST initiatives"] = _ => Seed.Initiative(Journey.Vyshnivetska),
        ["PUT initiatives/{id}"] = _ => Seed.Initiative(Journey.Vyshnivetska),
        ["POST needs"] = _ => Seed.Need(Journey.Vyshnivetska, Marks.NeedTitle),
        ["POST needs/{id}/answer"] = _ => new JsonObject { ["text"] = "Fire" },
        ["POST needs/{id}/ask"] = _ => new JsonObject { ["text"] = "Hva nå?" },
        ["POST needs/{id}/suspend"] = _ => new JsonObject { ["text"] = "Fare" },
        ["POST needs/{id}/pause"] = _ => new JsonObject { ["reason"] = "attack", ["until"] = $"{TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(7):yyyy-MM-dd}" },
        ["POST needs/drafts"] = _ => Seed.Need(Journey.Vyshnivetska, Marks.NeedTitle),
        ["PUT needs/drafts/{id}"] = _ => Seed.Need(Journey.Vyshnivetska, Marks.NeedTitle),
        // Who steals a need names a hromada that it may name.
        ["PUT needs/{id}"] = asker => Seed.Need(asker.Organisation == "other" ? Seed.Kosivska : Journey.Vyshnivetska, Marks.NeedTitle),
        ["POST offers"] = _ => Journey.Offer(),
        ["PUT offers/{id}"] = asker => Journey.Offer().With("municipality", asker.Organisation == "other" ? Seed.Sarpsborg : Journey.Vennesla),
        ["POST proposals/{id}/answer"] = _ => new JsonObject { ["accepted"] = true },
        ["POST proposals/{id}/approve"] = asker => new JsonObject { ["key"] = asker.Name },
        ["POST proposals/{id}/record-answer"] = Recorded,
        ["Identity CreatePasswordLink"] = _ => Of("accountId"),
        ["Identity ListStaff"] = _ => new JsonObject { ["role"] = "viewer" },
        ["Identity NameActors"] = _ => new JsonObject { ["actors"] = new JsonArray("staff:$id") },
        ["Matching DiffRuns"] = _ => Of("runId").With("otherRunId", "$id"),
        ["Matching GetProposal"] = _ => Of("proposalId"),
        ["Matching GetShortlist"] = _ => Of("needId"),
        ["Matching Propose"] = _ => Of("needId"),
        ["Matching ApproveProposal"] = asker => Of("proposalId").With("key", asker.Name),
        ["Matching WithdrawProposal"] = _ => Of("proposalId").With("reason", "Nei"),
        ["Matching RecordAnswer"] = asker => Recorded(asker).With("proposalId", "$id"),
        ["Matching CreateAnswerLink"] = _ => Of("proposalId").With("side", "hromada"),
        ["Matching OpenAnswerLink"] = _ => Of("token"),
        ["Matching AnswerByLink"] = _ => Of("token").With("reason", "none of those that there are"),
        // Without a version it would begin a draft.
        ["Needs KeepDraft"] = _ => Of("draftId").With("version", "999999"),
        ["Needs LinkNeeds"] = _ => Of("needId").With("otherId", "$id"),
        ["NeedAttachments GetAttachment"] = _ => Of("needId").With("attachmentId", "$second"),
        ["NeedAttachments RemoveAttachment"] = _ => Of("needId").With("attachmentId", "$second"),
        ["NeedImports GetImport"] = _ => Of("importId"),
        ["Needs RecordCall"] = _ => Of("hromadaCode"),
        ["Registry GetMunicipality"] = _ => Of("code"),
        ["Registry ListContacts"] = _ => Of("municipalityId"),
        ["RegistryOffers GetOffer"] = _ => Of("offerId"),
        // What registry would not understand is refused before it is looked for.
        ["RegistryOffers KeepOffer"] = _ => new JsonObject { ["offerId"] = "$id", ["version"] = "999999", ["content"] = new JsonObject { ["travel"] = "none" } },
        ["RegistryOffers TakeOfferStep"] = _ => Of("offerId").With("step", "hand_in").With("version", "999999"),
        ["RegistryImports UploadRegister"] = _ => Of("register"),
        ["RegistryImports GetReview"] = _ => Of("reviewId"),
        ["RegistryImports SettleReview"] = _ => Of("reviewId").With("note", "Nei").With("version", "999999"),
        ["RegistryHistory GetHistory"] = _ => Of("code"),
        ["RegistryHistory DecideCategory"] = _ => Of("code").With("category", "war_zone").With("reason", "Nei").With("version", "999999"),
        ["RegistryInitiatives GetInitiative"] = _ => Of("initiativeId"),
        ["RegistryInitiatives KeepInitiative"] = _ => Of("initiativeId").With("version", "999999"),
        ["RegistryInitiatives TakeInitiativeStep"] = _ => Of("initiativeId").With("step", "end").With("version", "999999"),
        ["RegistryProfiles WriteProfile"] = _ => Of("municipalityCode").With("version", "999999"),
        ["RegistryProfiles KeepCommunityOrganisation"] = _ => new JsonObject { ["organisation"] = Of("communityOrganisationId"), ["version"] = "999999" },
        ["RegistryProfiles RemoveCommunityOrganisation"] = _ => Of("communityOrganisationId").With("version", "999999"),
    };

    private static readonly string[] Paged =
        ["FindRuns", "FindScenarios", "FindProposals", "FindPartnerships", "FindNeeds", "FindInbox", "FindDeliveries", "FindMunicipalities", "FindOffers", "FindReviews", "FindInitiatives"];

    /// <summary>The body; {} where nobody cares. "$id" stands for the thing, "$second" for the second of its ids.</summary>
    public static JsonObject Body(Row row, Asker asker) => Bodies.TryGetValue(row.Call, out var make) ? make(asker) : row switch
    {
        { Path: var path } when Paged.Contains(path) => new JsonObject { ["pageSize"] = 100 },
        { Verb: "Matching", Of: "run" } => Of("runId"),
        { Verb: "Matching", Of: "scenario" } => Of("scenarioId"),
        { Verb: "Matching", Of: "partnership" or "restricted partners" } => Of("partnershipId"),
        { Verb: "Needs", Of: "draft" } => Of("draftId"),
        { Verb: "Needs" or "NeedAttachments", Of: not null } => Of("needId"),
        _ => [],
    };

    /// <summary>The address below /api/v1.</summary>
    public static string Address(Row row, IReadOnlyList<string> ids) => Fill(row.Path, ids) + row switch
    {
        { Call: "GET matching-runs/{id}/diff" } => $"?with={ids[0]}",
        { Call: "GET matching-runs/{id}/why-not" } => $"?supplier={Journey.Vennesla}&need={ids[1]}",
        { Call: "GET candidates" } => $"?municipality={Journey.Vennesla}&limit=100",
        { Verb: "GET", Of: null } => "?limit=200",
        _ => "",
    };

    /// <summary>The path with <paramref name="ids"/> in its placeholders.</summary>
    public static string Fill(string path, IReadOnlyList<string> ids)
    {
        var at = 0;
        return Placeholder().Replace(path, _ => ids[at++]);
    }

    /// <summary>Ids of the same kind that nothing has.</summary>
    public static IReadOnlyList<string> Unknown(IReadOnlyList<string> ids) =>
    [
        .. ids.Select(id => Guid.TryParse(id, out _) ? $"{Guid.CreateVersion7()}"
            : id.StartsWith("UA", StringComparison.Ordinal) ? "UA61020010000028670" : "4999"),
    ];

    private static JsonObject Recorded(Asker asker) => new()
    {
        ["side"] = asker.Name == "ks" ? "supplier" : "hromada",
        ["accepted"] = true,
        ["channel"] = "phone",
        ["answeredOn"] = "2026-01-15",
    };

    private static JsonObject Of(string field) => new() { [field] = "$id" };

    private static JsonObject With(this JsonObject body, string field, string value)
    {
        body[field] = value;
        return body;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
