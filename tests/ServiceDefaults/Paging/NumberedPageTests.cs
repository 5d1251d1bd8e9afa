using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.ServiceDefaults.Paging;

public sealed class NumberedPageTests
{
    [Theory]
    [InlineData(0, 0, 1, 20, 0)]
    [InlineData(1, 50, 1, 50, 0)]
    [InlineData(3, 100, 3, 100, 200)]
    [InlineData(1_000_000, 100, 1_000_000, 100, 99_999_900)]
    public void What_is_not_given_is_the_first_page_of_twenty(int page, int pageSize, int number, int size, int before)
    {
        var rules = new Rules();

        var taken = NumberedPage.Take(rules, page, pageSize);

        Assert.True(rules.Hold);
        Assert.Equal((number, size, before), (taken.Number, taken.Size, taken.Before));
    }

    [Theory]
    [InlineData(-1, 20, "page")]
    [InlineData(int.MaxValue, 100, "page")]
    [InlineData(1, 21, "page_size")]
    [InlineData(1, -20, "page_size")]
    public void A_page_that_cannot_be_is_refused(int page, int pageSize, string field)
    {
        var rules = new Rules();
        NumberedPage.Take(rules, page, pageSize);

        var fault = Assert.Single(Assert.Throws<Refusal>(rules.Enforce).Violations);
        Assert.Equal((field, "out_of_range"), (fault.Field, fault.Code));
    }

    [Theory]
    [InlineData(null, "name", false)]
    [InlineData("", "name", false)]
    [InlineData("code", "code", false)]
    [InlineData("-code", "code", true)]
    public void A_minus_turns_the_order_round(string? text, string by, bool descending)
    {
        var rules = new Rules();

        Assert.Equal(new ListSort(by, descending), ListSort.Take(rules, text, "sort", "name", "code"));
        Assert.True(rules.Hold);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("--code")]
    [InlineData("Code")]
    [InlineData("colour")]
    public void An_order_that_is_not_offered_is_refused(string text)
    {
        var rules = new Rules();
        ListSort.Take(rules, text, "sort", "name", "code");

        Assert.Equal("unknown_value", Assert.Throws<Refusal>(rules.Enforce).Code);
    }

    [Theory]
    [InlineData("100 %", "%100 \\%%")]
    [InlineData("a_b", "%a\\_b%")]
    [InlineData("\\", "%\\\\%")]
    public void What_people_type_means_itself(string text, string pattern) => Assert.Equal(pattern, LikePattern.Containing(text));
}
