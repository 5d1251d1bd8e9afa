using Grpc.Core;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Admin.Backends;

/// <summary>Registry's face for registers: takes every file that does not begin with "faulty".</summary>
public sealed class RegistersBackend(Heard heard) : RegistryImports.RegistryImportsBase
{
    public override Task<UploadRegisterReply> UploadRegister(UploadRegisterRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.Content.ToStringUtf8().StartsWith("faulty", StringComparison.Ordinal)
            ? new UploadRegisterReply { Outcome = "faulty", Report = { "Row 2, katottg: The code is not UA and 17 digits. “UA1”" } }
            : new UploadRegisterReply { Outcome = request.DryRun ? "dry_run" : "taken", Report = { "UA05020030000031457: Вінницька → Вінницька міська", "1 rows, 1 hromadas." } });
    }

    public override Task<FindReviewsReply> FindReviews(FindReviewsRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.Register == "klass" ? new FindReviewsReply() : new FindReviewsReply { Reviews = { RegisterSamples.Review, RegisterSamples.Settled }, Total = 21 });
    }

    public override Task<Review> GetReview(GetReviewRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return Task.FromResult(request.ReviewId switch
        {
            RegisterSamples.ReviewId => RegisterSamples.Review,
            RegisterSamples.SettledReviewId => RegisterSamples.Settled,
            _ => throw Refusals.NotFound("review_not_found"),
        });
    }

    public override Task<Review> SettleReview(SettleReviewRequest request, ServerCallContext context)
    {
        heard.Note(request, context);
        return request.Version == RegisterSamples.Review.Version ? Task.FromResult(RegisterSamples.Settled) : throw Refusals.VersionMismatch();
    }
}
