using Kommunebro.ServiceDefaults;

namespace Kommunebro.NeedsIntake.Imports;

/// <summary>How a file is to be imported.</summary>
/// <param name="Language">The language of the report: nb, uk or en.</param>
/// <param name="Policy">What happens to right rows beside wrong ones.</param>
/// <param name="DryRun">True to try only: nothing is imported.</param>
/// <param name="Who">Who brings it, as audit names it.</param>
/// <param name="OrganisationId">The partner organisation that brings it; null for staff and operators.</param>
public sealed record ImportOrder(string Language, ImportPolicy Policy, bool DryRun, string Who, Guid? OrganisationId)
{
    /// <summary>The most bytes of a file that comes over REST.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The most rows of a file.</summary>
    public const int MostRows = 20_000;

    /// <summary>The order of a request.</summary>
    /// <exception cref="Refusal">unknown_value (policy).</exception>
    public static ImportOrder Of(Caller caller, string language, string? policy, bool dryRun)
    {
        var rules = new Rules();
        var chosen = rules.Choice<ImportPolicy>(policy, "policy");
        rules.Enforce();
        return new ImportOrder(language, chosen ?? ImportPolicy.SkipFaulty, dryRun, caller.Actor, caller.OrganisationId);
    }
}
