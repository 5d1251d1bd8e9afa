using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kommunebro.ServiceDefaults;
using Kommunebro.Testing;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Everybody at every door: strangers, each role, other organisations, services.</summary>
public sealed class WalkTests(WalkPlatform platform) : IClassFixture<WalkPlatform>
{
    [Fact]
    public async Task Nobody_is_answered_more_than_the_tables_say()
    {
        var leaks = new Leaks(platform.Seed);
        var verdict = new Verdict(leaks);
        using var walker = new Walker(platform, verdict);

        // What only reads first: steps may change what is there to be read.
        await walker.RestAsync(RestTable.Rows.Where(row => row.Reads));
        await walker.InsideAsync(RestTable.Rows);
        await walker.GrpcAsync(GrpcTable.Rows.Where(row => row.Reads));
        await new PageWalker(platform, verdict).WalkAsync(PageTable.Rows);
        await walker.RestAsync(RestTable.Rows.Where(row => !row.Reads));
        await walker.GrpcAsync(GrpcTable.Rows.Where(row => !row.Reads));

        Assert.Empty(leaks.NeverSeen);
    }

    [Fact]
    public async Task A_key_that_another_organisation_used_opens_nothing()
    {
        var key = $"{Guid.CreateVersion7()}";

        var own = await SubmitAsync("owner", key);
        var again = await SubmitAsync("owner", key);
        var others = await SubmitAsync("other", key);

        Assert.Equal((HttpStatusCode.Created, own.Body), (again.Status, again.Body));
        Assert.Equal(HttpStatusCode.BadRequest, others.Status);
        Assert.DoesNotContain(Marks.NeedTitle, others.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inner_face_cannot_be_reached_from_outside()
    {
        using var http = new HttpClient { BaseAddress = platform.Origin };
        foreach (var asker in platform.Askers.Where(asker => asker.Kind != CallerKind.Nobody))
            foreach (var path in GrpcTable.Rows.Select(GrpcFaces.PathOf).Distinct())
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent([0, 0, 0, 0, 0]) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", asker.Token);
                using var answer = await http.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path} as {asker} through the gateway: {answer.StatusCode}");
            }
    }

    private async Task<(HttpStatusCode Status, string Body)> SubmitAsync(string asker, string key)
    {
        using var http = BearerToken.ClientOf(platform.Origin.ToString(), platform.Askers.Single(one => one.Name == asker).Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/needs");
        request.Content = JsonContent.Create(Seed.Need(Journey.Vyshnivetska, Marks.NeedTitle));
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
