using Kommunebro.Bench.PlanChecker;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Bench.Engine.Printing;

/// <summary>A plan as the checker knows it, by way of its text: nothing of the engine's goes along.</summary>
public static class Saved
{
    /// <inheritdoc cref="PlanText.Write"/>
    public static SavedPlan Of(Model model, IEnumerable<Share> shares, long objective, Certificate? certificate)
    {
        using var text = new StringWriter();
        PlanText.Write(text, model, shares, objective, certificate);
        using var reader = new StringReader(text.ToString());
        return PlanFile.Read(reader);
    }
}
