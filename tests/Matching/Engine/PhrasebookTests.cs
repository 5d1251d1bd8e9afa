using System.Text.RegularExpressions;
using CsCheck;
using Kommunebro.Contracts;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed partial class PhrasebookTests
{
    private static readonly string[] Languages = ["nb", "uk", "en"];

    [Fact]
    public void Every_sentence_is_there_in_three_languages_with_the_same_places()
    {
        Assert.NotEmpty(Phrasebook.Templates);
        Assert.All(Phrasebook.Templates, template =>
        {
            var places = Languages.Select(template.In).Select(Places).ToList();
            Assert.All(Languages, language => Assert.False(string.IsNullOrWhiteSpace(template.In(language))));
            Assert.Equal(places[0], places[1]);
            Assert.Equal(places[0], places[2]);
        });
    }

    [Fact]
    public void Ukrainian_is_written_in_Cyrillic_and_the_others_are_not() => Assert.All(Phrasebook.Templates, template =>
    {
        Assert.DoesNotMatch(Cyrillic(), template.Nb + template.En);
        Assert.DoesNotMatch(Latin(), PlaceName().Replace(template.Uk, ""));
    });

    [Fact]
    public void Every_rule_and_criterion_has_a_title()
    {
        Assert.All(Eligibility.Rules, rule => Assert.Empty(Places(Phrasebook.Find($"rule.{rule.Code}").En)));
        Assert.All(CriterionCode.All, code => Assert.Empty(Places(Phrasebook.Find($"criterion.{code}").En)));
    }

    [Fact]
    public void Everything_that_a_plan_says_can_be_told_in_three_languages() =>
        RandomProblems.Of(suppliers: 5, hromadas: 5, needs: 10).Sample(
            problem =>
            {
                var narrators = Languages.Select(language => new Narrator(NameBook.Of(problem), language)).ToList();
                foreach (var sentence in Everything(Given.PlanOf(problem)))
                    foreach (var narrator in narrators)
                        Assert.DoesNotMatch(PlaceName(), narrator.Tell(sentence));
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void Every_word_list_is_complete()
    {
        foreach (var language in Languages)
        {
            var narrator = new Narrator(NameBook.Of(Given.Problem()), language);
            foreach (var mode in Enum.GetValues<Mode>()) Tell(narrator, "rule.hostilities.active", ArgumentKind.Modes, WireName.Of(mode));
            foreach (var horizon in Enum.GetValues<Horizon>()) Tell(narrator, "assumed.effort_unknown", ArgumentKind.Horizon, WireName.Of(horizon));
            foreach (var band in Enum.GetValues<Band>()) Tell(narrator, "assumed.effort_band", ArgumentKind.Band, WireName.Of(band));
            foreach (var term in Enum.GetValues<Term>()) Tell(narrator, "rule.term_accepted.other", ArgumentKind.Terms, WireName.Of(term));
            for (var step = 1; step <= 4; step++)
            {
                Tell(narrator, "summary.same", ArgumentKind.Level, $"{step}");
                Tell(narrator, "criterion.capacity_for_urgency.margin", ArgumentKind.Urgency, $"{step}");
            }
        }
    }

    private static void Tell(Narrator narrator, string key, ArgumentKind kind, string value)
    {
        var arguments = Places(Phrasebook.Find(key).En).Select(place => new Argument(place, kind, value));
        Assert.NotEmpty(narrator.Tell(new Sentence(key, [.. arguments])));
    }

    private static IEnumerable<Sentence> Everything(Plan plan)
    {
        foreach (var match in plan.Matches)
        {
            var explanation = Explanation.Of(match.Pair);
            foreach (var part in match.Pair.Breakdown.SelectMany(part => part.Reasons)) yield return part;
            foreach (var said in explanation.Summary.Concat(explanation.Conditions).Concat(explanation.Assumptions)) yield return said;
        }
        foreach (var unmatched in plan.Unmatched)
        {
            foreach (var said in unmatched.Reasons) yield return said;
            foreach (var said in unmatched.Obstacles.Select(obstacle => obstacle.Reason)) yield return said;
            foreach (var said in unmatched.Failures.Select(failure => failure.Example)) yield return said;
        }
        foreach (var said in plan.Suppliers.SelectMany(share => share.IdleReasons)) yield return said;
    }

    private static string[] Places(string text) => [.. PlaceName().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal).Select(place => place.Trim('{', '}'))];

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.None, 1000)]
    private static partial Regex PlaceName();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.None, 1000)]
    private static partial Regex Cyrillic();

    [GeneratedRegex("[A-Za-z]", RegexOptions.None, 1000)]
    private static partial Regex Latin();
}
