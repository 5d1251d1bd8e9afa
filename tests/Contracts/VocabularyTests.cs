using System.Text.Json;
using Kommunebro.Contracts;
using Kommunebro.Messaging;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Tests.Contracts;

/// <summary>Contracts and libs do not see each other, and yet call the values of the closed lists the same.</summary>
public sealed class VocabularyTests
{
    public static TheoryData<Type> Lists { get; } =
        [.. typeof(WireName).Assembly.GetExportedTypes().Where(type => type is { IsEnum: true, Namespace: "Kommunebro.Contracts" })];

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_value_has_one_name_on_the_wire_in_the_API_and_in_the_tables(Type list)
    {
        foreach (var value in Enum.GetValues(list))
        {
            var name = NameBy(typeof(WireName), list, value);

            Assert.Equal(name, NameBy(typeof(EnumName), list, value));
            Assert.Equal($"\"{name}\"", JsonSerializer.Serialize(value, list, ApiJson.Options));
            Assert.Equal($"\"{name}\"", JsonSerializer.Serialize(value, list, MessageJson.Options));
        }
    }

    private static string NameBy(Type names, Type list, object value) =>
        (string)names.GetMethod(nameof(EnumName.Of))!.MakeGenericMethod(list).Invoke(null, [value])!;
}
