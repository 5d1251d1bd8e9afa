using Kommunebro.Registry.Data;
using Kommunebro.Registry.Territory;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Registry.Initiatives;

/// <summary>Says that an initiative is over, or was never there.</summary>
internal sealed class EndInitiative(InitiativeChange change, TimeProvider clock)
{
    /// <summary>Ends the initiative with <paramref name="id"/>.</summary>
    /// <exception cref="Refusal">initiative_not_found, a version, out_of_range, end_before_start, initiative_over.</exception>
    public Task EndAsync(Guid id, DateOnly? on, Action<long> requireVersion, CancellationToken cancellationToken)
    {
        var today = clock.KyivToday();
        if (on > today) throw new Refusal(RefusalKind.Invalid, "out_of_range", "Not in the future; an end to come is said by PUT, as until.", "on");
        return StepAsync(id, requireVersion, "initiative.end", initiative => initiative.End(on ?? today, today, clock.Now()), cancellationToken);
    }

    /// <summary>Withdraws the initiative with <paramref name="id"/>, which was recorded by mistake.</summary>
    /// <exception cref="Refusal">initiative_not_found, a version, initiative_over.</exception>
    public Task WithdrawAsync(Guid id, Action<long> requireVersion, CancellationToken cancellationToken) =>
        StepAsync(id, requireVersion, "initiative.withdraw", initiative => initiative.Withdraw(clock.Now()), cancellationToken);

    private async Task StepAsync(Guid id, Action<long> requireVersion, string action, Action<Initiative> step, CancellationToken cancellationToken)
    {
        var initiative = await change.FindAsync(id, cancellationToken);
        requireVersion(initiative.Version);
        var before = initiative.Facts;
        step(initiative);
        await change.SaveAsync(action, initiative, before, cancellationToken);
    }
}
