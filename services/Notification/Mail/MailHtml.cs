using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Kommunebro.Notification.Mail;

/// <summary>The simple HTML form of a letter's text: paragraphs, line breaks and links; everything else is escaped.</summary>
internal static partial class MailHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    /// <summary>The page.</summary>
    public static string Of(string language, string title, string text)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"").Append(language).Append("\"><head><meta charset=\"utf-8\"><title>")
            .Append(Encoder.Encode(title)).Append("</title></head>\n<body>\n");
        foreach (var paragraph in text.Split("\n\n"))
            page.Append("<p>").AppendJoin("<br>\n", paragraph.Split('\n').Select(LineOf)).Append("</p>\n");
        return page.Append("</body></html>\n").ToString();
    }

    private static string LineOf(string line)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (var link in Link().EnumerateMatches(line))
        {
            var address = Encoder.Encode(line.Substring(link.Index, link.Length));
            html.Append(Encoder.Encode(line[end..link.Index])).Append("<a href=\"").Append(address).Append("\">").Append(address).Append("</a>");
            end = link.Index + link.Length;
        }

        return html.Append(Encoder.Encode(line[end..])).ToString();
    }

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
