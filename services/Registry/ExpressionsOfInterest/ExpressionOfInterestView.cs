namespace Kommunebro.Registry.ExpressionsOfInterest;

/// <summary>An expression of interest as readers see it: without its contact.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Municipality">The official code of whose wish it is.</param>
/// <param name="Text">The wish in its own words.</param>
/// <param name="Language">The language of the text, ISO 639-1.</param>
/// <param name="Status">received or structured.</param>
/// <param name="Illustrative">True for an example that makes no statement about the municipality.</param>
/// <param name="ReceivedAt">When it came in (UTC).</param>
/// <param name="Version">Raised with each change; the ETag.</param>
public sealed record ExpressionOfInterestView(
    Guid Id,
    string Municipality,
    string Text,
    string Language,
    ExpressionStatus Status,
    bool Illustrative,
    DateTimeOffset ReceivedAt,
    long Version)
{
    internal static ExpressionOfInterestView Of(ExpressionOfInterest expression, string municipality) => new(
        expression.Id, municipality, expression.Text, expression.Language, expression.Status,
        expression.Illustrative, expression.ReceivedAt, expression.Version);
}
