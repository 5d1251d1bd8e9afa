namespace Kommunebro.ServiceDefaults;

/// <summary>
/// A value of a closed list by its name: in a query, or in a body that takes plain texts so that all its faults can be
/// told at once.
/// </summary>
public static class ChoiceRules
{
    /// <summary>The value called <paramref name="name"/>, or null when none was given; notes unknown_value.</summary>
    public static T? Choice<T>(this Rules rules, string? name, string field) where T : struct, Enum
    {
        var value = name is null ? null : EnumName.Find<T>(name);
        rules.Check(name is null || value is not null, field, "unknown_value", $"Must be one of: {NamesOf<T>()}.");
        return value;
    }

    /// <summary>The value called <paramref name="name"/>; notes missing_field and unknown_value.</summary>
    /// <returns>The value; the list's first one when a rule is broken.</returns>
    public static T RequiredChoice<T>(this Rules rules, string? name, string field) where T : struct, Enum
    {
        rules.Required(name is not null, field, $"Give one of: {NamesOf<T>()}.");
        return rules.Choice<T>(name, field) ?? default;
    }

    private static string NamesOf<T>() where T : struct, Enum => string.Join(", ", EnumName.All<T>());
}
