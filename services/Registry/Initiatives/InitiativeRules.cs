using Kommunebro.Contracts;
using Kommunebro.Registry.Municipalities;
using Kommunebro.Registry.OfficialCodes;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>What an initiative must hold to; all that it does not hold to is told at once.</summary>
internal static class InitiativeRules
{
    private const int MostYearsAhead = 50;

    /// <summary>The first twin towns of Europe, after the Second World War.</summary>
    private static readonly DateOnly First = new(1945, 1, 1);

    /// <summary>What a request says, when it keeps the rules.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The municipalities that it names, by code.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="Refusal">Every field that breaks a rule.</exception>
    public static InitiativeFacts Take(InitiativeRequest request, IReadOnlyDictionary<string, Municipality> known, DateOnly today)
    {
        var rules = new Rules();
        var facts = new InitiativeFacts
        {
            Kind = rules.RequiredChoice<InitiativeKind>(request.Kind, "kind"),
            Programme = rules.RequiredChoice<InitiativeProgramme>(request.Programme, "programme"),
            Status = rules.RequiredChoice<InitiativeStatus>(request.Status, "status"),
            Sensitivity = rules.Choice<Sensitivity>(request.Sensitivity, "sensitivity") ?? Sensitivity.Partners,
            Since = request.Since,
            Until = request.Until,
            Reference = Given(rules.Line(request.Reference, "reference", TextLimits.LongestLine)),
            SourceName = Given(rules.Line(request.Source.Name, "source.name", TextLimits.LongestLine)),
            SourceAddress = rules.WebAddress(request.Source.Address, "source.address"),
            SourceDate = request.Source.Date ?? today,
        };
        rules.Check(
            facts.Status is not (InitiativeStatus.Ended or InitiativeStatus.Withdrawn),
            "status", "by_step", "An initiative is ended and withdrawn by POST …/end and …/withdraw.");
        rules.Hromada(request.Hromada, known).Partner(request, known).Time(request, today).Source(request.Source, facts, today).Enforce();
        return facts;
    }

    private static Rules Hromada(this Rules rules, string code, IReadOnlyDictionary<string, Municipality> known)
    {
        var fault = HromadaCode.FaultOf(code);
        rules.Check(fault is null, "hromada", fault?.Code ?? "", fault?.Message ?? "");
        return fault is null ? rules.KnownMunicipality(code, known.GetValueOrDefault(code), "hromada") : rules;
    }

    private static Rules Partner(this Rules rules, InitiativeRequest request, IReadOnlyDictionary<string, Municipality> known)
    {
        var partner = request.Partner;
        if ((partner.Code is null) == (partner.Name is null))
            return rules.Check(false, "partner", "one_of_two", "Give the code of who helps, or the name and country of an outside party.");
        if (partner.Code is { } code)
            return rules
                .KnownMunicipality(code, known.GetValueOrDefault(code), "partner.code")
                .Check(code != request.Hromada, "partner.code", "self_relation", "A hromada is no partner of itself.")
                .Check(partner.Country is null, "partner.country", "follows_from_code", "The country of one in the register follows from its code.");
        rules.Line(partner.Name, "partner.name", TextLimits.LongestLine, shortest: 2);
        return rules.Check(
            partner.Country is { } country && CountryCodes.Contain(country),
            "partner.country", "invalid_country", "The country as ISO 3166-1 alpha-2 in small letters, e.g. de.");
    }

    private static Rules Time(this Rules rules, InitiativeRequest request, DateOnly today)
    {
        foreach (var (day, field) in new[] { (request.Since, "since"), (request.Until, "until") })
            rules.Check(
                day is null || (day >= First && day <= today.AddYears(MostYearsAhead)),
                field, "out_of_range", $"From {First:yyyy-MM-dd} to {MostYearsAhead} years from now.");
        return rules.Check(
            request.Since is null || request.Until is null || request.Until >= request.Since, "until", "end_before_start", "It ends before it begins.");
    }

    private static Rules Source(this Rules rules, SourceInput source, InitiativeFacts facts, DateOnly today) => rules
        .Required(facts.SourceName is not null || facts.SourceAddress is not null, "source", "Say who says so: a name, an address, or both.")
        .Required(source.Date is not null, "source.date", "Say on which day it was said.")
        .Check(source.Date is null || (source.Date >= First && source.Date <= today), "source.date", "out_of_range", $"From {First:yyyy-MM-dd} to today.");

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
