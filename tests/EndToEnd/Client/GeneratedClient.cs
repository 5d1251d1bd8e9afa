using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace Kommunebro.Tests.EndToEnd.Client;

/// <summary>A .NET client as a partner makes it of the API's description, by a generator of other people's making (NSwag).</summary>
internal static class GeneratedClient
{
    private const string Namespace = "Kommunebro.Client";

    /// <summary>Generates the client and compiles it together with a program that uses it.</summary>
    /// <param name="description">The OpenAPI document.</param>
    /// <param name="program">The program's source.</param>
    public static async Task<Assembly> CompileAsync(string description, string program)
    {
        var client = new CSharpClientGenerator(await OpenApiDocument.FromJsonAsync(description), Settings()).GenerateFile();
        var compilation = CSharpCompilation.Create(
            "Partner",
            [CSharpSyntaxTree.ParseText(client), CSharpSyntaxTree.ParseText(program)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var compiled = compilation.Emit(assembly);
        Assert.True(compiled.Success, string.Join('\n', compiled.Diagnostics.Where(fault => fault.Severity == DiagnosticSeverity.Error).Take(20)));
        return Assembly.Load(assembly.ToArray());
    }

    private static CSharpClientGeneratorSettings Settings() => new()
    {
        ClassName = "KommunebroClient",
        InjectHttpClient = true,
        UseBaseUrl = false,
        GenerateOptionalParameters = true,
        CSharpGeneratorSettings =
        {
            Namespace = Namespace,
            JsonLibrary = CSharpJsonLibrary.NewtonsoftJson,
            GenerateNullableReferenceTypes = true,
        },
    };

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
