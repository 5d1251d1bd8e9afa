using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.ServiceDefaults.Refusals;

public sealed class RulesTests
{
    [Fact]
    public void Every_broken_rule_is_told_in_order()
    {
        var rules = new Rules().Check(true, "a", "fine", "").Check(false, "b", "first", "B").Check(false, "c", "second", "C");

        var refusal = Assert.Throws<Refusal>(rules.Enforce);

        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Equal([new Violation("b", "first", "B"), new Violation("c", "second", "C")], refusal.Violations);
    }

    [Fact]
    public void One_broken_rule_gives_the_refusal_its_code()
    {
        var refusal = Assert.Throws<Refusal>(new Rules().Check(false, "b", "first", "B").Enforce);

        Assert.Equal(("first", "B"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void Rules_that_hold_let_through()
    {
        var rules = new Rules().Check(true, "a", "fine", "");

        rules.Enforce();

        Assert.True(rules.Hold);
    }
}
