using Kommunebro.Contracts;

namespace Kommunebro.NeedsIntake.Drafts;

/// <summary>What a need lacks, or what in it no longer holds.</summary>
/// <param name="Field">The field's path, e.g. cost or title.en.</param>
/// <param name="Demanded">True when it cannot be submitted without; false when AUC can verify it sooner with it.</param>
/// <param name="Why">What it helps.</param>
public sealed record GuidanceItem(string Field, bool Demanded, LocalizedText Why);
