using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kommunebro.ServiceDefaults;

/// <summary>Stores an enumeration by its name in snake_case, so that the tables can be read without the program.</summary>
public sealed class EnumNameColumn<T>() : ValueConverter<T, string>(value => EnumName.Of(value), name => ValueOf(name))
    where T : struct, Enum
{
    private static T ValueOf(string name) =>
        EnumName.Find<T>(name) ?? throw new FormatException($"'{name}' is not a {typeof(T).Name}.");
}
