using System.Text;
using Kommunebro.Registry.Imports;

namespace Kommunebro.Tests.Registry.Registers;

/// <summary>Hand-made files in the form of the official registers, and their way into the service.</summary>
internal static class RegisterFiles
{
    public const string Counties = """
        { "codes": [
          { "code": "15", "parentCode": null, "level": "1", "name": "Møre og Romsdal", "shortName": "", "presentationName": "", "validFrom": null, "validTo": null, "notes": "" },
          { "code": "56", "parentCode": null, "level": "1", "name": "Finnmark - Finnmárku - Finmarkku", "shortName": "", "presentationName": "", "validFrom": null, "validTo": null, "notes": "" },
          { "code": "99", "parentCode": null, "level": "1", "name": "Uoppgitt", "shortName": "", "presentationName": "", "validFrom": null, "validTo": null, "notes": "" } ] }
        """;

    public static string Codes(params IEnumerable<(string Code, string Name)> codes) => $$"""
        { "codes": [ {{string.Join(",", codes.Select(code => $$"""{ "code": "{{code.Code}}", "level": "1", "name": "{{code.Name}}", "validFrom": null, "validTo": null }"""))}} ] }
        """;

    public static string Changes(params IEnumerable<(string Old, string New, string Day)> changes) => $$"""
        { "codeChanges": [ {{string.Join(",", changes.Select(change => $$"""{ "oldCode": "{{change.Old}}", "oldName": "Gamle {{change.Old}}", "newCode": "{{change.New}}", "newName": "Nye {{change.New}}", "changeOccurred": "{{change.Day}}" }"""))}} ] }
        """;

    public static string Units(params IEnumerable<string> units) => $$"""{ "_embedded": { "enheter": [ {{string.Join(",", units)}} ] }, "page": { "totalElements": 1, "totalPages": 1 } }""";

    public static string Unit(string number, string name, string form, string code, string website) => $$"""
        { "organisasjonsnummer": "{{number}}", "navn": "{{name}}", "organisasjonsform": { "kode": "{{form}}", "beskrivelse": "" },
          "hjemmeside": "{{website}}", "epostadresse": "postmottak@example.org", "telefon": "70 00 00 00", "maalform": "Nynorsk",
          "forretningsadresse": { "land": "Norge", "landkode": "NO", "postnummer": "6100", "poststed": "VOLDA", "adresse": ["Stormyra 2"], "kommune": "VOLDA", "kommunenummer": "{{code}}" },
          "konkurs": false, "underAvvikling": false }
        """;

    public static async Task<UploadAnswer> UploadAsync(this RegistryServer server, string register, string content, string query = "", string file = "file.json") =>
        (await server.TryUploadAsync(register, content, query, file)).As<UploadAnswer>();

    public static Task<Answer> TryUploadAsync(this RegistryServer server, string register, string content, string query = "", string file = "file.json") =>
        server.SendAsync(HttpMethod.Put, $"imports/{register}?file={Uri.EscapeDataString(file)}{query}", new ByteArrayContent(Encoding.UTF8.GetBytes(content)));

    /// <summary>The last line but one, which has the numbers.</summary>
    public static string Sum(this UploadAnswer answer) => answer.Report[^2];
}
