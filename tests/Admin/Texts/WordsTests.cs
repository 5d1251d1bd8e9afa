using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kommunebro.Admin;
using Kommunebro.Admin.Community;
using Kommunebro.Admin.Forms;
using Kommunebro.Admin.Initiatives;
using Kommunebro.Admin.Offers;
using Kommunebro.Admin.Profiles;
using Kommunebro.Admin.Registers;
using Kommunebro.Admin.Writing;

namespace Kommunebro.Tests.Admin.Texts;

/// <summary>No key without a text, no text without a use, in any language.</summary>
public sealed partial class WordsTests
{
    // Texts that are looked up by a value: their lists are named in the code, their values come from services.
    private static readonly string[] Lists =
    [
        "action", "band", "category", "channel", "country", "criterion", "decline", "done", "horizon", "how", "key", "kind", "language", "level", "mode",
        "need_status", "occupied", "origin", "page_problem", "partnership_origin", "problem", "proposal_status", "rejection", "rule", "run_stage",
        "run_status", "run_step", "sensitivity", "stage", "territory", "theme", "travel", "urgency", "link", "approve",
        "verification", "need_step", "text_decision", "exemption", "call_outcome", "field", "likeness", "need_kind", "need_relation",
        "need_source", "pause_reason", "precision", "readiness", "season", "unit", "wanted_mode", "import_mode", "import_policy", "row_outcome",
        "initiative_kind", "initiative_status", "initiative_origin", "programme", "anchoring", "offer_status", "offer_step", "offer_step_about", "term", "yes_no", "helped", "figure",
        "register_name", "register_about", "register_mode", "classification", "classification_target", "upload_outcome", "upload_next", "review_status",
        "settlement_type", "geography", "association", "legal_head", "community_kind", "administrative_capacity",
    ];

    public static TheoryData<string> Keys { get; } = [.. WordBook.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_is_there_in_all_three_languages_with_the_same_blanks(string key)
    {
        var phrase = WordBook.All[key];

        Assert.All((string[])[phrase.Nb, phrase.Uk, phrase.En], text => Assert.NotEmpty(text.Trim()));
        Assert.Equal(BlanksOf(phrase.En), BlanksOf(phrase.Nb));
        Assert.Equal(BlanksOf(phrase.En), BlanksOf(phrase.Uk));
    }

    [Fact]
    public void Every_key_in_the_code_has_a_text()
    {
        var used = Sources().SelectMany(code => UsedKeys().Matches(code).Select(match => match.Groups["key"].Value)).Distinct().ToList();

        Assert.InRange(used.Count, 100, 1000);
        Assert.All(used, key => Assert.True(WordBook.All.ContainsKey(key), $"{key} has no text."));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Join('\n', Sources());

        Assert.All(WordBook.All.Keys.Where(key => !Lists.Contains(key.Split('.')[0])), key => Assert.Contains($"\"{key}\"", code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("need_status", nameof(ChoicesOf.NeedStatuses))]
    [InlineData("category", nameof(ChoicesOf.Categories))]
    [InlineData("urgency", nameof(ChoicesOf.Urgencies))]
    [InlineData("rejection", nameof(ChoicesOf.RejectionReasons))]
    [InlineData("occupied", nameof(ChoicesOf.OccupiedReasons))]
    [InlineData("verification", nameof(ChoicesOf.VerificationMethods))]
    [InlineData("need_step", nameof(ChoicesOf.WordedSteps))]
    [InlineData("text_decision", nameof(ChoicesOf.TextDecisions))]
    [InlineData("exemption", nameof(ChoicesOf.ExemptionGrounds))]
    [InlineData("call_outcome", nameof(ChoicesOf.CallOutcomes))]
    [InlineData("import_mode", nameof(ChoicesOf.ImportModes))]
    [InlineData("import_policy", nameof(ChoicesOf.ImportPolicies))]
    [InlineData("row_outcome", nameof(ChoicesOf.RowOutcomes))]
    [InlineData("proposal_status", nameof(ChoicesOf.ProposalStatuses))]
    [InlineData("decline", nameof(ChoicesOf.DeclineReasons))]
    [InlineData("channel", nameof(ChoicesOf.Channels))]
    [InlineData("stage", nameof(ChoicesOf.Stages))]
    [InlineData("pause_reason", nameof(ChoicesOf.PauseReasons))]
    [InlineData("need_relation", nameof(ChoicesOf.NeedRelations))]
    [InlineData("need_kind", nameof(NeedChoices.Kinds))]
    [InlineData("horizon", nameof(NeedChoices.Horizons))]
    [InlineData("wanted_mode", nameof(NeedChoices.Modes))]
    [InlineData("band", nameof(NeedChoices.Bands))]
    [InlineData("language", nameof(NeedChoices.Languages))]
    [InlineData("sensitivity", nameof(NeedChoices.Sensitivities))]
    [InlineData("precision", nameof(NeedChoices.Precisions))]
    [InlineData("season", nameof(NeedChoices.Seasons))]
    [InlineData("readiness", nameof(NeedChoices.Readiness))]
    [InlineData("unit", nameof(NeedChoices.Units))]
    [InlineData("need_source", nameof(NeedChoices.Sources))]
    [InlineData("offer_status", nameof(OfferChoices.Statuses))]
    [InlineData("offer_step", nameof(OfferChoices.PlainSteps))]
    [InlineData("offer_step", nameof(OfferChoices.ReasonedSteps))]
    [InlineData("level", nameof(OfferChoices.Levels))]
    [InlineData("term", nameof(OfferChoices.Terms))]
    [InlineData("travel", nameof(OfferChoices.Travels))]
    [InlineData("register_name", nameof(RegisterChoices.Registers))]
    [InlineData("register_about", nameof(RegisterChoices.Registers))]
    [InlineData("review_status", nameof(RegisterChoices.ReviewStatuses))]
    [InlineData("classification", nameof(RegisterChoices.Classifications))]
    [InlineData("classification_target", nameof(RegisterChoices.Targets))]
    [InlineData("initiative_kind", nameof(InitiativeChoices.TieKinds))]
    [InlineData("programme", nameof(InitiativeChoices.Programmes))]
    [InlineData("geography", nameof(ProfileChoices.Geography))]
    [InlineData("language", nameof(ProfileChoices.WorkingLanguages))]
    [InlineData("administrative_capacity", nameof(ProfileChoices.Capacities))]
    [InlineData("legal_head", nameof(ProfileChoices.Heads))]
    [InlineData("community_kind", nameof(CommunityChoices.OrganisationKinds))]
    public void Every_choice_has_a_name(string list, string choices)
    {
        Type[] lists = [typeof(ChoicesOf), typeof(NeedChoices), typeof(OfferChoices), typeof(RegisterChoices), typeof(InitiativeChoices), typeof(ProfileChoices), typeof(CommunityChoices)];
        var field = lists.Select(type => type.GetField(choices)).First(found => found is not null)!;
        var values = (IReadOnlyList<string>)field.GetValue(null)!;

        Assert.All(values, value => Assert.True(WordBook.All.ContainsKey($"{list}.{value}"), $"{list}.{value}"));
    }

    private static IEnumerable<string> Sources([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "services", "Admin"));
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .Select(File.ReadAllText);
    }

    private static List<string> BlanksOf(string text) => [.. Blanks().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("\\b(T|Words|words)\\[\"(?<key>[^\"$]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsedKeys();
}
