using System.Net;
using System.Text;

namespace Kommunebro.Tests.Registry;

public sealed class RequestFormTests(RegistryServer registry) : IClassFixture<RegistryServer>
{
    [Theory]
    [InlineData("{ \"municipality\": ", 400, "malformed_json")]
    [InlineData("nonsense", 400, "malformed_json")]
    [InlineData("[]", 400, "wrong_type")]
    [InlineData("", 400, "missing_body")]
    [InlineData("{}", 400, "missing_field")]
    [InlineData("{ \"municipality\": \"0301\", \"municipality\": \"0301\" }", 400, "duplicate_field")]
    [InlineData("{ \"surprise\": 1 }", 400, "unknown_field")]
    [InlineData("{ \"Municipality\": \"0301\" }", 400, "unknown_field")]
    public async Task A_body_that_cannot_be_read_is_refused(string body, int status, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await registry.SendAsync(HttpMethod.Post, "offers", content)).MustBe((HttpStatusCode)status, code);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_no_text()
    {
        var body = Bodies.ExpressionOfInterest((await registry.RegisterMunicipalityAsync()).Code).ToJsonString()
            .Replace("Vi vil gjerne", "\\ud800 vil gjerne", StringComparison.Ordinal);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await registry.SendAsync(HttpMethod.Post, "expressions-of-interest", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Only_JSON_is_read(string mediaType)
    {
        using var content = new StringContent(Bodies.Offer("0301").ToJsonString(), Encoding.UTF8, mediaType);
        (await registry.SendAsync(HttpMethod.Post, "offers", content)).MustBe(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [Fact]
    public async Task A_body_of_more_than_a_mebibyte_is_refused()
    {
        using var content = new StringContent(new string(' ', (1024 * 1024) + 1), Encoding.UTF8, "application/json");
        (await registry.SendAsync(HttpMethod.Post, "offers", content)).MustBe(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_refused() =>
        (await registry.SendAsync(HttpMethod.Delete, "offers")).MustBe(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
}
