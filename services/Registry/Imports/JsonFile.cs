using System.Text.Json;

namespace Kommunebro.Registry.Imports;

/// <summary>Reads JSON of official registers, which may have more fields than are read here.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 32 };

    /// <summary>The document's root.</summary>
    /// <exception cref="ServiceDefaults.Refusal">malformed_json.</exception>
    public static JsonElement Read(Stream content)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(content, Options);
        }
        catch (JsonException malformed)
        {
            throw ImportFile.Refuse("malformed_json", $"The file is no JSON, or it is cut off: line {malformed.LineNumber + 1}.");
        }
    }

    /// <summary>A part of it.</summary>
    /// <exception cref="ServiceDefaults.Refusal">wrong_form.</exception>
    public static T As<T>(this JsonElement element)
        where T : class
    {
        try
        {
            return element.Deserialize<T>(Options) ?? throw WrongForm("it is empty");
        }
        catch (JsonException other)
        {
            throw WrongForm($"{other.Path}");
        }
    }

    /// <summary>Why a JSON file is none of this register.</summary>
    public static ServiceDefaults.Refusal WrongForm(string what) => ImportFile.Refuse("wrong_form", $"The file has not the form of this register: {what}.");
}
