using System.Security.Cryptography;
using System.Text;
using Kommunebro.Matching.Engine;

namespace Kommunebro.Tests.Matching.Engine;

public sealed class PlanHashTests
{
    [Fact]
    public void It_is_the_hash_of_one_line_for_each_share()
    {
        var plan = Given.PlanOf(Given.Problem());
        var line = $"{Given.Supplier().Id} {Given.Need().Id} 4\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(line))), plan.Hash);
    }

    [Fact]
    public void It_does_not_hang_on_the_order_of_the_matches()
    {
        var plan = Given.PlanOf(Given.Problem(needs: [Given.Need(1), Given.Need(2), Given.Need(3)]));
        Assert.Equal(3, plan.Matches.Count);
        Assert.Equal(plan.Hash, PlanHash.Of(plan.Matches.Reverse()));
        Assert.NotEqual(plan.Hash, PlanHash.Of(plan.Matches.Skip(1)));
    }
}
