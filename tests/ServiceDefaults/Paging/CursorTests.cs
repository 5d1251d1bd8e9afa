using System.Buffers.Text;
using System.Net;
using System.Text;
using CsCheck;
using Kommunebro.ServiceDefaults;
using Kommunebro.Tests.ServiceDefaults.Sample;

namespace Kommunebro.Tests.ServiceDefaults.Paging;

public sealed class CursorTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly RunningHost _host = shared.Host;

    [Fact]
    public void What_is_encoded_is_decoded() =>
        // A lone surrogate is no text; the serializer replaces it.
        Gen.String[Gen.Char.Where(letter => !char.IsSurrogate(letter)), 0, 20].Array[0, 4].Sample(values =>
            Assert.Equal(values, Cursor.Decode(Cursor.Encode(values), values.Length)));

    [Fact]
    public void A_cursor_needs_no_escaping_in_an_address() =>
        Gen.String.Array[1, 3].Sample(values => Assert.Matches("^[A-Za-z0-9_-]*$", Cursor.Encode(values)));

    [Fact]
    public void Any_other_text_is_refused_and_nothing_else_is_thrown() =>
        Gen.OneOf(Gen.String, Gen.String.Select(Encoded), Gen.String.AlphaNumeric).Sample(text =>
        {
            var refusal = Assert.Throws<Refusal>(() => Cursor.Decode(text, 2));
            Assert.Equal((RefusalKind.Invalid, "invalid_cursor"), (refusal.Kind, refusal.Code));
        });

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%00%ff")]
    [InlineData("")]
    [InlineData("WyJhIl0")] // ["a"]
    [InlineData("WyJhIiwiYiIsImMiXQ")] // ["a","b","c"]
    [InlineData("WyJhIixudWxsXQ")] // ["a",null]
    [InlineData("WyIiLCJ4Il0")] // ["","x"]
    [InlineData("bnVsbA")] // null
    [InlineData("WyJcdWQ4MDAiLCIxIl0")] // ["\ud800","1"]
    public async Task A_tampered_cursor_is_refused_and_never_a_failure(string cursor)
    {
        using var answer = await _host.Http.GetAsync($"/samples?cursor={cursor}");

        var problem = await ToldProblem.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("invalid_cursor", problem.Code);
        Assert.Equal("cursor", Assert.Single(problem.Errors).Field);
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
