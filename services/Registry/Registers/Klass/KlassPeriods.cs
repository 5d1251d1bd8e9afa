using System.Globalization;
using Kommunebro.Registry.Succession;

namespace Kommunebro.Registry.Registers.Klass;

/// <summary>For what time the codes of an answer are known to be valid.</summary>
/// <param name="question">What was asked.</param>
/// <param name="codes">All codes of the answer.</param>
internal sealed class KlassPeriods(KlassQuestion question, IReadOnlyList<KlassCode?> codes)
{
    // The range that was asked for stands nowhere in the answer; where it reaches is seen by the last of all ends.
    private readonly DateOnly? _rangeEnd = codes.Max(code => DayOf(code?.ValidToInRequestedRange));

    /// <summary>The period of <paramref name="code"/>, whose days are days.</summary>
    public CodePeriod Of(KlassCode code)
    {
        var from = DayOf(code.ValidFrom ?? code.ValidFromInRequestedRange);
        var until = DayOf(code.ValidTo) ?? (code.ValidFrom is null ? UntilInRange(DayOf(code.ValidToInRequestedRange)) : null);
        var isOfOneDay = from is null && until is null;
        return new CodePeriod(question.Classification, code.Code!, code.Name!.Trim(), from ?? question.Day, isOfOneDay && !question.IsOfToday ? NextYear : until) { IsOfOneDay = isOfOneDay };
    }

    /// <summary>A day as KLASS writes it; null where it is none.</summary>
    public static DateOnly? DayOf(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;

    // Norway's divisions change on 1 January: the codes of a day are those of its year, and nothing is said of the next one.
    private DateOnly NextYear => new(question.Day.Year + 1, 1, 1);

    /// <summary>The end of a range is no end of a code; but a range that ended in an earlier year says nothing of this one.</summary>
    private DateOnly? UntilInRange(DateOnly? until) => until == _rangeEnd && until > new DateOnly(question.Today.Year, 1, 1) ? null : until;
}
