using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Inputs;

/// <summary>What a run would look at now.</summary>
/// <param name="Ready">Whether registry and needs-intake have been read once.</param>
/// <param name="Suppliers">Suppliers with an offer.</param>
/// <param name="Needs">Verified needs.</param>
/// <param name="InputsHash">Fingerprint of it by the scenario in force: a run of the same would look at nothing new. Null before it is ready.</param>
public sealed record InputsView(bool Ready, int Suppliers, int Needs, string? InputsHash);

/// <summary>Tells what a run would look at, so that a caller can wait until its own writes have arrived.</summary>
internal static class GetInputs
{
    /// <summary>200 with the numbers.</summary>
    public static async Task<Ok<InputsView>> HandleAsync(ProblemLoader problems, CancellationToken cancellationToken)
    {
        if (!await problems.IsReadyAsync(cancellationToken))
            return TypedResults.Ok(new InputsView(false, 0, 0, null));
        var loaded = await problems.LoadRunAsync(null, cancellationToken);
        return TypedResults.Ok(new InputsView(true, loaded.Problem.Suppliers.Count, loaded.Problem.Needs.Count, loaded.InputsHash));
    }
}
