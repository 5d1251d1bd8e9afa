using System.Globalization;
using Kommunebro.Contracts;
using Kommunebro.Notification.Directory;
using Kommunebro.Notification.Notices;

namespace Kommunebro.Notification.Texts;

/// <summary>The facts of a notice as the variables of its text. All are there; what does not apply is empty.</summary>
internal static class FactVariables
{
    /// <summary>The variables, for a reader of <paramref name="language"/>.</summary>
    public static Dictionary<string, object> Of(Facts facts, string language, MunicipalityNames names) => new(StringComparer.Ordinal)
    {
        ["need"] = facts.NeedId?.ToString() ?? "",
        ["hromada"] = facts.HromadaId is { } hromada ? names.In(language, hromada) : "",
        ["supplier"] = facts.SupplierId is { } supplier ? names.In(language, supplier) : "",
        ["unreached"] = facts.UnreachedId is { } unreached ? names.In(language, unreached) : "",
        ["proposals"] = facts.Proposals ?? 0,
        ["unmatched"] = facts.Unmatched ?? 0,
        ["reason"] = facts.DeclineReason is { } reason ? Words.Of(reason, language) : "–",
        ["ended"] = facts.Ended ?? "",
        ["reminder"] = facts.Reminder is { } reminder ? WireName.Of(reminder) : "",
        ["confirmation"] = facts.Confirmation is { } confirmation ? WireName.Of(confirmation) : "",
        ["by_person"] = facts.ByPerson == true,
        ["due_on"] = facts.DueOn is { } dueOn ? Day(dueOn, language) : "",
        ["answer_by"] = facts.AnswerBy is { } answerBy ? Day(answerBy, language) : "",
        ["key"] = facts.Key is { } key ? Words.Of(key, language) : "",
        ["stage"] = facts.Stage is { } stage ? Words.Of(stage, language) : "",
        ["follow_up_on"] = facts.FollowUpOn is { } followUpOn ? Day(followUpOn, language) : "",
        ["error"] = facts.Error ?? "",
        ["host"] = facts.Host ?? "",
    };

    /// <summary>A day as readers of <paramref name="language"/> write it; independent of what the system knows of cultures.</summary>
    public static string Day(DateOnly day, string language) =>
        day.ToString(language == "en" ? "d MMMM yyyy" : "dd.MM.yyyy", CultureInfo.InvariantCulture);
}
