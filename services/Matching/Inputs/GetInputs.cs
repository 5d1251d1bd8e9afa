using Microsoft.AspNetCore.Http.HttpResults;

namespace Kommunebro.Matching.Inputs;

/// <summary>What a run would look at now.</summary>
/// <param name="Ready">Whether registry and needs-intake have been read once.</param>
/// <param name="Suppliers">Suppliers with an offer.</param>
/// <param name="Needs">Verified needs.</param>
public sealed record InputsView(bool Ready, int Suppliers, int Needs);

/// <summary>Tells what a run would look at, so that a caller can wait until its own writes have arrived.</summary>
internal static class GetInputs
{
    /// <summary>200 with the numbers.</summary>
    public static async Task<Ok<InputsView>> HandleAsync(ProblemLoader problems, CancellationToken cancellationToken)
    {
        if (!await problems.IsReadyAsync(cancellationToken))
            return TypedResults.Ok(new InputsView(false, 0, 0));
        var problem = (await problems.LoadAsync(cancellationToken)).Problem;
        return TypedResults.Ok(new InputsView(true, problem.Suppliers.Count, problem.Needs.Count));
    }
}
