using Kommunebro.Matching.Engine;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Matching.Runs;

/// <summary>Settings under "Matching:Runs".</summary>
public sealed class RunOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long a worker holds a run without a sign of life; more than 0, at most a day.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an idle worker looks for a run; more than 0, at most a day.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How much a run may do when who asks for it does not say, in units of work; more than 0, at most <see cref="MaxUnits"/>.</summary>
    public double Units { get; set; } = WorkBudget.Default.Units;

    /// <summary>The most that can be asked for, in units of work; more than 0, at most 100 000.</summary>
    public double MaxUnits { get; set; } = 3_600;

    /// <summary>How much the question what a pin would cost may do, in units of work; more than 0, at most <see cref="MaxUnits"/>.</summary>
    public double WhatIfUnits { get; set; } = 10;

    /// <summary>When the run of the night begins, in Oslo; never when empty.</summary>
    public TimeOnly? NightlyAt { get; set; } = new(2, 0);

    /// <summary>Whether the plan in force is repaired by itself once a change has been still from one look to the next.</summary>
    public bool Repair { get; set; } = true;

    /// <summary>How often it is looked whether a run is due by itself; more than 0, at most a day.</summary>
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The settings of a host.</summary>
    /// <exception cref="SettingException">One of them is out of range.</exception>
    public static RunOptions Of(ServiceIdentity identity)
    {
        var options = identity.Settings.GetSection("Runs").Get<RunOptions>() ?? new RunOptions();
        Require(options.Lease, $"{identity.Section}:Runs:{nameof(Lease)}");
        Require(options.LookInterval, $"{identity.Section}:Runs:{nameof(LookInterval)}");
        Require(options.PollInterval, $"{identity.Section}:Runs:{nameof(PollInterval)}");
        Require(options.MaxUnits, WorkBudget.Most, $"{identity.Section}:Runs:{nameof(MaxUnits)}");
        Require(options.WhatIfUnits, options.MaxUnits, $"{identity.Section}:Runs:{nameof(WhatIfUnits)}");
        Require(options.Units, options.MaxUnits, $"{identity.Section}:Runs:{nameof(Units)}");
        return options;
    }

    private static void Require(double value, double most, string key)
    {
        if (!(value > 0 && value <= most)) throw new SettingException($"{key} is {value}. It must be more than 0 and at most {most}.");
    }

    private static void Require(TimeSpan value, string key)
    {
        if (value <= TimeSpan.Zero || value > Longest)
            throw new SettingException($"{key} is {value}. It must be more than 0 and at most a day, like 00:00:30.");
    }
}
