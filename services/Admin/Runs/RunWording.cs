using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Admin.Runs;

/// <summary>How far a run is, in a sentence.</summary>
public sealed class RunWording(Words words)
{
    public static bool HasEnded(Run run) => run.Status is "completed" or "failed" or "cancelled";

    public string Of(Run run) => run.Status switch
    {
        "running" when run.StopAsked => words["run.stopping"],
        "running" when run.Stage.Length > 0 && run is { HasReached: true, HasBound: true } =>
            words["run.stage_reached", words.Name("run_stage", run.Stage), words.Number(run.Reached), words.Number(run.Bound)],
        "running" when run.Stage.Length > 0 => words["run.stage", words.Name("run_stage", run.Stage)],
        "running" when run.Step.Length > 0 => words["run.step", words.Name("run_step", run.Step), words.Number(run.Pairs)],
        "running" => words.Name("run_step", "candidates"),
        "completed" => words["run.completed", words.Number(run.Proposals), words.Number(run.Unmatched)],
        _ => words.Name("run_status", run.Status),
    };
}
