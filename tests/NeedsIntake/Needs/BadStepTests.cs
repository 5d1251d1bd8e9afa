using System.Net;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class BadStepTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData("verify", """{"personDays":0}""", "personDays", "out_of_range")]
    [InlineData("verify", """{"personDays":20001}""", "personDays", "out_of_range")]
    [InlineData("verify", """{"note":"\u0000"}""", "note", "control_characters")]
    [InlineData("verify", """{"onOccupiedTerritory":"yes"}""", "onOccupiedTerritory", "unknown_value")]
    [InlineData("verify", """{"onOccupiedTerritory":"displaced_residents"}""", "onOccupiedTerritory", "not_occupied_territory")]
    [InlineData("verify", """{"effort":3}""", "effort", "unknown_field")]
    [InlineData("return", "{}", "question", "missing_field")]
    [InlineData("return", """{"question":"?"}""", "question", "too_short")]
    [InlineData("reject", "{}", "reasonCode", "missing_field")]
    [InlineData("reject", """{"reasonCode":"ugly"}""", "reasonCode", "unknown_value")]
    [InlineData("reject", """{"reasonCode":"other"}""", "text", "missing_field")]
    [InlineData("withdraw", """{"reason":"\u202e"}""", "reason", "control_characters")]
    public async Task A_bad_step_is_named_with_its_code_and_changes_nothing(string step, string body, string field, string code)
    {
        var need = await _server.SubmitNeedAsync();

        var answer = await _server.StepAsync(need, step, body);

        answer.ExpectProblem(HttpStatusCode.BadRequest, code);
        Assert.Equal([(field, code)], answer.Errors);
        Assert.Equal(1, (await _server.GetNeedAsync(need.Id)).Version);
    }
}
