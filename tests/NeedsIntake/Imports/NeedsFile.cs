using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kommunebro.Tests.NeedsIntake.Hosting;
using MiniExcelLibs;

namespace Kommunebro.Tests.NeedsIntake.Imports;

/// <summary>Files of needs, and how they are sent.</summary>
internal static class NeedsFile
{
    public const string Csv = "text/csv";

    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The columns that each row must have.</summary>
    public const string Header = "municipality,title_uk,area,horizon,urgency,languages,sensitivity";

    /// <summary>A right row with this title.</summary>
    public static string Row(string title, string? municipality = null, string urgency = "2") =>
        $"{municipality ?? Places.Vinnytsia.Code},{title},WAT,medium,{urgency},\"uk,en\",partners";

    /// <summary>A CSV of such rows.</summary>
    public static string Of(params IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Header));

    public static byte[] Workbook(params IReadOnlyList<Dictionary<string, object?>> rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows);
        return file.ToArray();
    }

    public static Task<Answer> UploadAsync(this NeedsCaller caller, string csv, string query = "", string? key = null) =>
        caller.UploadAsync(Encoding.UTF8.GetBytes(csv), Csv, query, key);

    public static async Task<Answer> UploadAsync(
        this NeedsCaller caller, byte[] file, string mediaType, string query = "", string? key = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/needs/imports{query}", UriKind.Relative));
        request.Content = new ByteArrayContent(file);
        // What is too large is refused before it is sent.
        request.Headers.ExpectContinue = true;
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await caller.Http.SendAsync(request, cancellationToken);
        return await Answer.ReadAsync(response);
    }

    /// <summary>How many rows became what, e.g. "imported 2, refused 1".</summary>
    public static string Outcomes(this Answer import) => string.Join(", ", import.Expect(HttpStatusCode.Created).Body["outcomes"]!.AsObject()
        .OrderBy(outcome => outcome.Key, StringComparer.Ordinal).Select(outcome => $"{outcome.Key} {((int)outcome.Value!).ToString(CultureInfo.InvariantCulture)}"));
}
