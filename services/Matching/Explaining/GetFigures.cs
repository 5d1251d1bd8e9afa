using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Explaining;

/// <summary>Tells the figures of a completed run.</summary>
internal sealed class GetFigures(RecallRun recall)
{
    /// <summary>The figures.</summary>
    /// <exception cref="Refusal">404 unknown_run, no_figures; 409 run_not_completed.</exception>
    public async Task<FiguresView> RunAsync(Guid id, string language, CancellationToken cancellationToken)
    {
        var run = await recall.FindAsync(id, cancellationToken);
        var figures = run.RequirePlan().Figures
            ?? throw Refusal.NotFound("no_figures", "This run was made before figures were kept. A new run has them.");
        return FiguresView.Of(figures, language, await recall.SightAsync(cancellationToken));
    }
}
