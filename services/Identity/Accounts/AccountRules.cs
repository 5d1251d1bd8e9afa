using System.Net.Mail;
using Kommunebro.Contracts;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.Accounts;

/// <summary>What an account must keep.</summary>
internal static class AccountRules
{
    private static readonly string[] Languages = ["nb", "uk", "en"];

    /// <summary>The request without white space around its texts.</summary>
    /// <exception cref="Refusal">Invalid, with all violations.</exception>
    public static (string Email, string Name, string Language, IReadOnlyList<string> Roles) Check(AccountRequest request)
    {
        var rules = new Rules();
        rules.Required(request.Email is not null, "email").Required(request.Name is not null, "name")
            .Required(request.Language is not null, "language");
        var email = rules.Line(request.Email, "email", longest: 254, shortest: 3) ?? "";
        rules.Check(request.Email is null || IsEmail(email), "email", "invalid_email", "An e-mail address is like name@example.org.");
        var name = rules.Line(request.Name, "name", longest: 200, shortest: 1) ?? "";
        rules.Check(
            request.Language is null || Languages.Contains(request.Language), "language", "unknown_language", "The languages are nb, uk and en.");
        var roles = Roles(rules, request.Roles ?? []);
        rules.Enforce();
        return (email, name, request.Language!, roles);
    }

    private static IReadOnlyList<string> Roles(Rules rules, IReadOnlyList<string?> names)
    {
        rules.Required(names.Count > 0, "roles", "Give at least one role.");
        rules.Check(names.Distinct(StringComparer.Ordinal).Count() == names.Count, "roles", "stands_twice", "Name each role once.");
        for (var i = 0; i < names.Count; i++)
            rules.Check(
                names[i] is { } role && StaffRole.All.Contains(role),
                $"roles[{i}]", "unknown_value", $"Must be one of: {string.Join(", ", StaffRole.All)}.");
        return [.. names.OfType<string>()];
    }

    private static bool IsEmail(string text) =>
        !text.Contains(' ') && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
