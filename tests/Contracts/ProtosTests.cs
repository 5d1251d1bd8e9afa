using System.Globalization;
using System.Text;
using Google.Protobuf.Reflection;
using Kommunebro.Contracts.Identity.V1;
using Kommunebro.Contracts.Matching.V1;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Contracts.Notification.V1;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Tests.Contracts;

/// <summary>A field number or type that changes breaks the other side silently, so the protos are held against a committed list.</summary>
public sealed class ProtosTests
{
    public static TheoryData<string> Files { get; } = [.. Descriptors.Select(file => file.Name)];

    private static IEnumerable<FileDescriptor> Descriptors =>
    [
        RegistryReflection.Descriptor, OffersReflection.Descriptor, ImportsReflection.Descriptor, HistoryReflection.Descriptor, InitiativesReflection.Descriptor,
        ProfilesReflection.Descriptor,
        NeedsReflection.Descriptor, MatchingReflection.Descriptor, NotificationReflection.Descriptor,
        IdentityReflection.Descriptor,
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_protos_are_the_committed_ones(string file)
    {
        var descriptor = Descriptors.Single(candidate => candidate.Name == file);

        Golden.AssertSame($"{GoldenOf(descriptor)}.txt", Describe(descriptor));
    }

    [Fact]
    public void Every_proto_package_is_versioned() =>
        Assert.All(Descriptors, file => Assert.Matches(@"^kommunebro\.[a-z]+\.v\d+$", file.Package));

    /// <summary>By the package; a further file of it also by its own name.</summary>
    private static string GoldenOf(FileDescriptor file) => Path.GetFileNameWithoutExtension(file.Name) is var name && file.Package.Split('.')[1] == name
        ? file.Package
        : $"{file.Package}.{name}";

    private static string Describe(FileDescriptor file)
    {
        var text = new StringBuilder();
        foreach (var method in file.Services.SelectMany(service => service.Methods))
            text.Append(CultureInfo.InvariantCulture, $"{method.FullName}({method.InputType.Name}) returns {(method.IsServerStreaming ? "stream " : "")}{method.OutputType.Name}\n");
        foreach (var message in file.MessageTypes)
        foreach (var field in message.Fields.InFieldNumberOrder())
            text.Append(CultureInfo.InvariantCulture, $"{message.Name}.{field.Name} = {field.FieldNumber} {field.FieldType.ToString().ToLowerInvariant()}{(field.IsRepeated ? " repeated" : "")}{(field.HasPresence && field.FieldType != FieldType.Message ? " optional" : "")}\n");
        return text.ToString();
    }
}
