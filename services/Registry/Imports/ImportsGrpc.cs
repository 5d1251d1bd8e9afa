using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;
using Kommunebro.Registry.Reviews;
using Kommunebro.Registry.Texts;
using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kommunebro.Registry.Imports;

/// <summary>gRPC: official registers and what of them waits for a person, for staff's pages, by the same use cases as REST's.</summary>
internal sealed class ImportsGrpc(UploadRegister upload, FindReviews find, SettleReview settle) : RegistryImports.RegistryImportsBase
{
    /// <summary>The most bytes of a message: a file as forms of pages take it, and room for what is said about it.</summary>
    public const int MostBytes = (10 * 1024 * 1024) + (16 * 1024);

    /// <summary>register_not_found; missing_field, invalid_date, invalid_options, and what the import refuses of the file.</summary>
    [Authorize(AccessPolicies.RegistryWrite)]
    [RequestSizeLimit(MostBytes)]
    public override async Task<UploadRegisterReply> UploadRegister(UploadRegisterRequest request, ServerCallContext context)
    {
        var rules = new Rules();
        var query = new ImportQuery(
            StaffMessages.Given(request.File), request.DryRun, StaffMessages.Given(request.Order), rules.Day(request.Published, "published"), rules.Day(request.AsOf, "as_of"),
            request.Classification == 0 ? null : request.Classification, request.Target == 0 ? null : request.Target);
        rules.Enforce();
        using var content = new MemoryStream(request.Content.ToByteArray());
        var answer = await upload.RunAsync(request.Register, query, content, LanguageOf(context), context.CancellationToken);
        return new UploadRegisterReply { Outcome = EnumName.Of(answer.Outcome), Report = { answer.Report } };
    }

    /// <summary>out_of_range; fields of the filter.</summary>
    [Authorize(AccessPolicies.RegistryWrite)]
    public override async Task<FindReviewsReply> FindReviews(FindReviewsRequest request, ServerCallContext context)
    {
        var filter = new ReviewFilter(StaffMessages.Given(request.Register), StaffMessages.Given(request.Code), StaffMessages.Given(request.Status));
        var (rows, total) = await find.BrowseAsync(filter, request.Page, request.PageSize, LanguageOf(context), context.CancellationToken);
        return new FindReviewsReply { Reviews = { rows.Select(ToMessage) }, Total = total };
    }

    /// <summary>review_not_found.</summary>
    [Authorize(AccessPolicies.RegistryWrite)]
    public override async Task<Review> GetReview(GetReviewRequest request, ServerCallContext context) =>
        ToMessage(await find.OneAsync(IdOf(request.ReviewId), LanguageOf(context), context.CancellationToken));

    /// <summary>review_not_found; version_mismatch; review_settled; the note.</summary>
    [Authorize(AccessPolicies.RegistryWrite)]
    public override async Task<Review> SettleReview(Contracts.Registry.V1.SettleReviewRequest request, ServerCallContext context) => ToMessage(await settle.RunAsync(
        IdOf(request.ReviewId), new Reviews.SettleReviewRequest(request.Note), current => IfMatch.Require(request.Version, current), LanguageOf(context), context.CancellationToken));

    private static Guid IdOf(string text) => Guid.TryParse(text, out var id) ? id : throw Reviews.SettleReview.NotFound();

    private static string LanguageOf(ServerCallContext context) => ReaderLanguage.Of(null, context.GetHttpContext());

    private static Review ToMessage(ReviewView view) => new()
    {
        ReviewId = $"{view.Id}",
        Version = view.Version,
        Register = view.Register,
        Source = view.Source,
        Code = view.Code,
        Field = view.Field,
        Text = view.Text,
        Status = EnumName.Of(view.Status),
        RaisedAt = StaffMessages.Moment(view.RaisedAt),
        SettledAt = view.SettledAt is { } settled ? StaffMessages.Moment(settled) : "",
        Note = view.Note ?? "",
    };
}
