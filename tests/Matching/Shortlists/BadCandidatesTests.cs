using System.Net;
using Kommunebro.Tests.Matching.Hosting;
using Kommunebro.Tests.Matching.Telling;

namespace Kommunebro.Tests.Matching.Shortlists;

public sealed class BadCandidatesTests(PlannedWorld world) : IClassFixture<PlannedWorld>
{
    [Theory]
    [InlineData("", "hromada", "one_side_required")]
    [InlineData("hromada=UA46000000000000001&municipality=4601", "hromada", "one_side_required")]
    [InlineData("hromada=UA99999999999999999", "hromada", "unknown_municipality")]
    [InlineData("hromada=", "hromada", "unknown_municipality")]
    [InlineData("hromada=4601", "hromada", "unknown_municipality")]
    [InlineData("municipality=9999", "municipality", "unknown_municipality")]
    [InlineData("municipality=UA46000000000000001", "municipality", "unknown_municipality")]
    [InlineData("municipality=4601&limit=0", "limit", "out_of_range")]
    [InlineData("municipality=4601&limit=101", "limit", "out_of_range")]
    [InlineData("municipality=4601&limit=-1", "limit", "out_of_range")]
    public async Task A_question_that_cannot_be_answered_is_refused(string query, string field, string code)
    {
        var answer = (await world.Server.GetAsync($"candidates?{query}")).ExpectProblem(HttpStatusCode.BadRequest, code);
        Assert.Equal(field, (string?)Assert.Single(answer.Body["errors"]!.AsArray())!["field"]);
    }
}
