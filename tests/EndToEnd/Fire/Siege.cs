using System.Collections.Concurrent;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>Kills services (kill -9) one after the other and starts each again, until it is lifted.</summary>
internal sealed class Siege(SeparateProcesses platform) : IAsyncDisposable
{
    private static readonly string[] Victims = ["NeedsIntake", "Matching", "Gateway"];

    private static readonly TimeSpan Respite = TimeSpan.FromSeconds(6);

    private readonly CancellationTokenSource _lifted = new();
    private readonly ConcurrentDictionary<string, int> _killed = new(Victims.ToDictionary(victim => victim, _ => 0));

    private Task _attack = Task.CompletedTask;

    /// <summary>How often each was killed so far.</summary>
    public IReadOnlyDictionary<string, int> Killed => _killed;

    /// <summary>Whether nobody was spared.</summary>
    public bool SparedNobody => _killed.Values.All(times => times > 0);

    public void Begin() => _attack = AttackAsync();

    /// <summary>Returns when everybody is up again.</summary>
    public async Task LiftAsync()
    {
        await _lifted.CancelAsync();
        await _attack;
    }

    public async ValueTask DisposeAsync()
    {
        await LiftAsync();
        _lifted.Dispose();
    }

    private async Task AttackAsync()
    {
        for (var turn = 0; ; turn++)
        {
            await Task.Delay(Respite, _lifted.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (_lifted.IsCancellationRequested)
                return;
            var victim = Victims[turn % Victims.Length];
            await platform.KillAsync(victim);
            _killed.AddOrUpdate(victim, 1, (_, times) => times + 1);
            await platform.StartAsync(victim);
        }
    }
}
