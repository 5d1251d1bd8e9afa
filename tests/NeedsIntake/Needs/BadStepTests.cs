using System.Net;
using Kommunebro.Tests.NeedsIntake.Hosting;

namespace Kommunebro.Tests.NeedsIntake.Needs;

public sealed class BadStepTests(NeedsServerFixture fixture) : IClassFixture<NeedsServerFixture>
{
    private readonly NeedsServer _server = fixture.Server;

    [Theory]
    [InlineData("verify", """{"method":"call","personDays":0}""", "personDays", "out_of_range")]
    [InlineData("verify", """{"method":"call","personDays":20001}""", "personDays", "out_of_range")]
    [InlineData("verify", """{"method":"call","note":"\u0000"}""", "note", "control_characters")]
    [InlineData("verify", """{"method":"call","onOccupiedTerritory":"yes"}""", "onOccupiedTerritory", "unknown_value")]
    [InlineData("verify", """{"method":"call","onOccupiedTerritory":"displaced_residents"}""", "onOccupiedTerritory", "not_occupied_territory")]
    [InlineData("verify", """{"effort":3}""", "effort", "unknown_field")]
    [InlineData("verify", "{}", "method", "missing_field")]
    [InlineData("verify", """{"method":"dream"}""", "method", "unknown_value")]
    [InlineData("verify", """{"method":"call","validityDays":29}""", "validityDays", "out_of_range")]
    [InlineData("verify", """{"method":"call","validityDays":366}""", "validityDays", "out_of_range")]
    [InlineData("verify", """{"method":"document","evidence":["No"]}""", "evidence[0]", "too_short")]
    [InlineData("verify", """{"method":"document","evidence":["1st","2nd","3rd","4th","5th","6th","7th","8th","9th","10th","11th"]}""", "evidence", "out_of_range")]
    [InlineData("expire", "{}", "text", "missing_field")]
    [InlineData("suspend", """{"text":"?"}""", "text", "too_short")]
    [InlineData("ask", """{"text":"\u202e turned"}""", "text", "control_characters")]
    [InlineData("pause", """{"until":"2026-12-01"}""", "reason", "missing_field")]
    [InlineData("pause", """{"reason":"attack"}""", "until", "missing_field")]
    [InlineData("pause", """{"reason":"other","until":"2026-12-01"}""", "text", "missing_field")]
    [InlineData("pause", """{"reason":"attack","until":"2026-11-22"}""", "until", "date_in_past")]
    [InlineData("pause", """{"reason":"attack","until":"2027-02-22"}""", "until", "date_too_far")]
    [InlineData("mark-duplicate", "{}", "of", "missing_field")]
    [InlineData("mark-duplicate", """{"of":"01999999-9999-7999-8999-999999999999"}""", "of", "unknown_need")]
    [InlineData("decide-texts", """{"decision":"restrict"}""", "exemptionGround", "missing_field")]
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
