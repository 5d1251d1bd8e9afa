using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Data;

/// <summary>Settings under "Matching:Deadlines": how much time people have, and when somebody asks again.</summary>
public sealed class DeadlineOptions
{
    /// <summary>Weeks that a Norwegian municipality has to answer; 1 to 52.</summary>
    public int AnswerWeeks { get; set; } = 6;

    /// <summary>Days from two yeses to the first follow-up; 1 to 365.</summary>
    public int FirstFollowUpDays { get; set; } = 14;

    /// <summary>Months for which a no keeps two municipalities apart; 1 to 120.</summary>
    public int ApartMonths { get; set; } = 12;

    /// <summary>Days for which an answer link can be used; 1 to 365.</summary>
    public int LinkDays { get; set; } = 30;

    /// <summary>The settings of a host.</summary>
    /// <exception cref="SettingException">One of them is out of range.</exception>
    public static DeadlineOptions Of(ServiceIdentity identity)
    {
        var options = identity.Settings.GetSection("Deadlines").Get<DeadlineOptions>() ?? new DeadlineOptions();
        Require(options.AnswerWeeks, nameof(AnswerWeeks), most: 52);
        Require(options.FirstFollowUpDays, nameof(FirstFollowUpDays), most: 365);
        Require(options.ApartMonths, nameof(ApartMonths), most: 120);
        Require(options.LinkDays, nameof(LinkDays), most: 365);
        return options;

        void Require(int value, string key, int most)
        {
            if (value < 1 || value > most)
                throw new SettingException($"{identity.Section}:Deadlines:{key} is {value}. It must be from 1 to {most}.");
        }
    }
}
