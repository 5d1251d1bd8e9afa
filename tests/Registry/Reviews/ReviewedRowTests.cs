using Kommunebro.Registry.Reviews;

namespace Kommunebro.Tests.Registry.Reviews;

public sealed class ReviewedRowTests
{
    [Fact]
    public void Of_a_long_value_the_beginning_is_kept_and_no_letter_is_cut_in_two()
    {
        Assert.Equal(new string('a', 500), Of(new string('a', 3000)).Value);
        Assert.Equal(new string('a', 499), Of($"{new string('a', 499)}😀").Value);
        Assert.Equal("Volda", Of("Volda").Value);
        Assert.Equal(Of(new string('a', 500)), Of(new string('a', 600)));
    }

    private static ReviewedRow Of(string value) => new("1577", "navn", "gone", value);
}
