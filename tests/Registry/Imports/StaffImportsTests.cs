using Google.Protobuf;
using Grpc.Core;
using Kommunebro.Contracts;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Registry.Imports;

/// <summary>What staff's pages do with official registers over gRPC.</summary>
public sealed class StaffImportsTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    private const string Territory = "katottg,category,start_date,name_uk\nUA63020010000012345,possible_hostilities,24.02.2022,Тестова\n";

    private static readonly Metadata Norwegian = new() { { "accept-language", "nb" } };

    [Fact]
    public async Task A_file_is_tried_published_once_and_refused_by_row_in_the_readers_language()
    {
        var auc = await AucAsync();
        var request = new UploadRegisterRequest { Register = "territory", File = "376.csv", Order = "376", Published = "2025-04-30", DryRun = true, Content = ByteString.CopyFromUtf8(Territory) };
        var faulty = request.Clone();
        faulty.Content = ByteString.CopyFromUtf8(Territory.Replace("24.02.2022", "soon", StringComparison.Ordinal));

        var refused = await auc.UploadRegisterAsync(faulty, Norwegian);
        var tried = await auc.UploadRegisterAsync(request, Norwegian);
        Assert.Equal(0L, await registry.Database.ScalarAsync<long>("select count(*) from territory_editions"));
        request.DryRun = false;
        var published = await auc.UploadRegisterAsync(request, Norwegian);
        var again = await auc.UploadRegisterAsync(request, Norwegian);

        Assert.Equal(("faulty", "dry_run", "taken", "taken"), (refused.Outcome, tried.Outcome, published.Outcome, again.Outcome));
        Assert.Contains("Rad 2, ", refused.Report[0], StringComparison.Ordinal);
        Assert.Contains("Prøvekjøring: ingenting er endret.", tried.Report);
        Assert.Contains("Denne utgaven er kjent. Ingenting er endret.", again.Report);
        Assert.Equal(1L, await registry.Database.ScalarAsync<long>("select count(*) from territory_editions"));
    }

    [Fact]
    public async Task A_file_of_nine_megabytes_is_read_and_judged()
    {
        var auc = await AucAsync();
        var request = new UploadRegisterRequest { Register = "katottg", File = "katottg.csv", DryRun = true, Content = ByteString.CopyFrom(new byte[9 * 1024 * 1024]) };

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await auc.UploadRegisterAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    [Fact]
    public async Task What_is_said_wrongly_about_a_file_is_refused_at_its_field()
    {
        var auc = await AucAsync();
        var request = new UploadRegisterRequest { Register = "territory", File = "376.csv", Order = "376", Published = "30.04.2025", Content = ByteString.CopyFromUtf8(Territory) };

        Assert.Equal("published", await FieldOfAsync(auc.UploadRegisterAsync(request)));
        request.Register = "unheard-of";
        request.Published = "2025-04-30";
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await auc.UploadRegisterAsync(request))).StatusCode);
        Assert.Equal("file", await FieldOfAsync(auc.UploadRegisterAsync(new UploadRegisterRequest { Register = "katottg", File = "k.csv" })));
    }

    [Fact]
    public async Task A_row_that_waits_is_found_settled_once_and_told_to_the_second()
    {
        var auc = await AucAsync();
        const string Row = """{"correspondenceItems":[{"sourceCode":"4998","targetCode":"6"},{"sourceCode":"4997","targetCode":"6"}]}""";
        await auc.UploadRegisterAsync(new UploadRegisterRequest { Register = "klass", File = "centrality.json", Target = 128, Content = ByteString.CopyFromUtf8(Row) });

        var found = await auc.FindReviewsAsync(new FindReviewsRequest { Register = "klass", Status = "open", PageSize = 20 }, Norwegian);
        var review = (await auc.FindReviewsAsync(new FindReviewsRequest { Code = "4998" }, Norwegian)).Reviews.Single();
        var settled = await auc.SettleReviewAsync(new SettleReviewRequest { ReviewId = review.ReviewId, Version = review.Version, Note = "Finnes ikke." });
        var late = await Assert.ThrowsAsync<RpcException>(async () =>
            await auc.SettleReviewAsync(new SettleReviewRequest { ReviewId = review.ReviewId, Version = review.Version, Note = "Jeg også." }));

        Assert.Equal(2, found.Total);
        Assert.Contains("Koden står ikke i registeret.", review.Text, StringComparison.Ordinal);
        Assert.Equal(("settled", "Finnes ikke."), (settled.Status, settled.Note));
        Assert.Equal("version_mismatch", late.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.Equal("Finnes ikke.", (await auc.GetReviewAsync(new GetReviewRequest { ReviewId = review.ReviewId })).Note);
    }

    private static async Task<string> FieldOfAsync<T>(AsyncUnaryCall<T> call) =>
        (await Assert.ThrowsAsync<RpcException>(async () => await call)).GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.First().Field;

    private Task<RegistryImports.RegistryImportsClient> AucAsync() =>
        registry.GrpcForAsync(channel => new RegistryImports.RegistryImportsClient(channel), StaffRole.AucCoordinator);
}
