using System.Text.Json.Nodes;
using Kommunebro.Contracts;
using Kommunebro.Testing;
using Kommunebro.Testing.Browsing;
using Kommunebro.Tests.EndToEnd.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kommunebro.Tests.EndToEnd;

/// <summary>AUC's coordinator works off what waits, without a mouse.</summary>
public sealed class QueueByKeyboardTests
{
    private const int Waiting = 50;

    /// <summary>By which they are told from the needs of the example.</summary>
    private const string Title = "Потреба з черги";

    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_queue_of_fifty_is_worked_off_with_the_keyboard_and_a_question_comes_back_answered()
    {
        await using var platform = await OneProcess.BeginAsync(TemporaryFolder.Create("queue"));
        await using var auc = await StaffMember.JoinAsync(platform, "Олена Координаторка", "uk", StaffRole.AucCoordinator);
        await using var town = await PartnerSystem.JoinAsync(platform, "Vyshnivets", Journey.Vyshnivetska);
        using var journey = new Journey(platform);
        await journey.RegisterBothSidesAsync();
        await journey.OfferAsync();
        for (var number = 1; number <= Waiting; number++)
            await journey.SubmitNeedAsync($"{Title} {number}", town.Door);
        var keys = new Keyboard(auc.Page);

        await auc.SeesInTimeAsync($"needs?q={Uri.EscapeDataString(Title)}&status=submitted&size={Waiting}", $"{Title} {Waiting}");
        await Expect(auc.Page.Locator("#hits")).ToContainTextAsync($"{Waiting}", Patient);
        await FindTheWayAsync(auc, keys);
        var asked = await AskAsync(auc, keys);
        await town.Door.PostAsync(
            $"needs/{asked}/answer", new JsonObject { ["text"] = "Три ферми." }, (long)(await town.Door.GetAsync($"needs/{asked}"))["version"]!);
        var verified = await VerifyAllAsync(auc, keys);

        Assert.Equal(Waiting, verified.Distinct().Count());
        Assert.Contains(asked, verified);
        await Expect(auc.Page.Locator("tbody")).ToHaveCountAsync(0);
        // The tokens of the beginning may have ended.
        using var later = new Journey(platform);
        await later.UntilMatchingKnowsAsync(Guid.Parse(asked));
        foreach (var need in verified)
            Assert.Equal("verified", (string?)(await later.Auc.GetAsync($"needs/{need}"))["status"]);
        Assert.Empty(auc.Complaints);
    }

    /// <summary>Down and up in the list, into a need, to its neighbours, and back to where one was.</summary>
    private static async Task FindTheWayAsync(StaffMember auc, Keyboard keys)
    {
        await keys.PressAsync("j", "j", "j", "k");
        var second = await keys.Focused.GetAttributeAsync("id");
        await keys.LeaveAsync("Enter");
        await StandsAtAsync(auc, 2, Waiting);
        await keys.LeaveAsync("k");
        await StandsAtAsync(auc, 1, Waiting);
        await keys.LeaveAsync("j");
        await StandsAtAsync(auc, 2, Waiting);
        Assert.Empty(await auc.Page.ViolationsAsync());
        await keys.PressAsync("?");
        await Expect(auc.Page.Locator("#keys")).ToHaveAttributeAsync("open", "");
        await keys.LeaveAsync("u");
        await Expect(auc.Page.Locator($"#{second}")).ToBeFocusedAsync(new LocatorAssertionsToBeFocusedOptions { Timeout = 60_000 });
        await keys.LeaveAsync("Enter");
    }

    /// <summary>Returns the second need with a question; the third comes by itself.</summary>
    /// <returns>The need that was asked about.</returns>
    private static async Task<string> AskAsync(StaffMember auc, Keyboard keys)
    {
        await StandsAtAsync(auc, 2, Waiting);
        var asked = NeedOf(auc);
        await keys.PressAsync("r");
        await keys.WriteAsync("#return-question", "Кому саме?");
        await keys.PressAsync("Tab");
        await keys.LeaveAsync("Enter");
        await StandsAtAsync(auc, 2, Waiting - 1);
        Assert.NotEqual(asked, NeedOf(auc));
        return asked;
    }

    /// <summary>Verifies whatever comes next until the list comes, opens what was left there, and goes on.</summary>
    /// <returns>What was verified, in order.</returns>
    private static async Task<IReadOnlyList<string>> VerifyAllAsync(StaffMember auc, Keyboard keys)
    {
        var verified = new List<string>();
        while (verified.Count < Waiting)
        {
            if (new Uri(auc.Page.Url).Segments[^1] == "needs")
            {
                await keys.PressAsync("j");
                await keys.LeaveAsync("Enter");
            }

            // The first page was loaded before the answer came.
            var left = Math.Min(Waiting - 1, Waiting - verified.Count);
            await Expect(auc.Page.Locator(".kb-queue")).ToContainTextAsync($"з {left} у списку", Patient);
            verified.Add(NeedOf(auc));
            await keys.PressAsync("a");
            await keys.WriteAsync("#verify-personDays", "20");
            await keys.PressAsync("Tab");
            await keys.ChooseFirstAsync("#verify-method");
            await keys.PressAsync("Tab", "Tab", "Tab");
            await keys.LeaveAsync("Enter");
            await Expect(keys.Focused).ToContainTextAsync("Потребу підтверджено", Patient);
        }

        return verified;
    }

    private static Task StandsAtAsync(StaffMember auc, int place, int total) =>
        Expect(auc.Page.Locator(".kb-queue")).ToContainTextAsync($"{place} з {total} у списку", Patient);

    private static string NeedOf(StaffMember auc) => new Uri(auc.Page.Url).Segments[^1];
}
