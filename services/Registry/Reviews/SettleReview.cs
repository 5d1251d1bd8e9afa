using Kommunebro.Registry.Data;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Registry.Reviews;

/// <summary>What a person did about a row.</summary>
/// <param name="Note">In own words, without personal data, at most 4,000 characters.</param>
public sealed record SettleReviewRequest(string Note);

/// <summary>Takes a row out of the queue.</summary>
public sealed class SettleReview(RegistryDb db, TimeProvider clock)
{
    /// <summary>Settles the row with <paramref name="id"/>.</summary>
    /// <exception cref="Refusal">review_not_found, a version, review_settled, or the note.</exception>
    public async Task<ReviewView> RunAsync(
        Guid id, SettleReviewRequest request, Action<long> requireVersion, string language, CancellationToken cancellationToken)
    {
        new Rules().Required(!string.IsNullOrWhiteSpace(request.Note), "note").Block(request.Note, "note").Enforce();
        var item = await db.Reviews.SingleOrDefaultAsync(review => review.Id == id, cancellationToken)
            ?? throw NotFound();
        requireVersion(item.Version);
        item.Settle(request.Note.Trim(), clock.Now());
        db.Audit("import_review.settle", "import_review", $"{item.Id}", new { Status = ReviewStatus.Open }, new { item.Status, item.Register, item.Code, item.Reason });
        await db.SaveChangesAsync(cancellationToken);
        return ReviewView.Of(item, language);
    }

    internal static Refusal NotFound() => Refusal.NotFound("review_not_found", "No row has this id.");
}
