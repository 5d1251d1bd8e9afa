using System.Collections.Concurrent;

namespace Kommunebro.Tests.EndToEnd.Fire;

/// <summary>Ends services one after the other and starts each again, until it is lifted.</summary>
/// <param name="platform">Whose.</param>
/// <param name="end">How one is ended.</param>
/// <param name="victims">Which, in order.</param>
internal sealed class Siege(SeparateProcesses platform, Func<string, Task> end, params IReadOnlyList<string> victims) : IAsyncDisposable
{
    private static readonly TimeSpan Respite = TimeSpan.FromSeconds(6);

    private readonly CancellationTokenSource _lifted = new();
    private readonly ConcurrentDictionary<string, int> _ended = new(victims.ToDictionary(victim => victim, _ => 0));

    private Task _attack = Task.CompletedTask;

    /// <summary>Whether nobody was spared, or it broke off.</summary>
    public bool SparedNobody => _attack.IsFaulted || _ended.Values.All(times => times > 0);

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

    /// <summary>How often each was ended so far.</summary>
    public override string ToString() => string.Join(", ", victims.Select(victim => $"{victim} {_ended[victim]} times"));

    private async Task AttackAsync()
    {
        for (var turn = 0; ; turn++)
        {
            await Task.Delay(Respite, _lifted.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (_lifted.IsCancellationRequested)
                return;
            var victim = victims[turn % victims.Count];
            await end(victim);
            _ended.AddOrUpdate(victim, 1, (_, times) => times + 1);
            await platform.StartAsync(victim);
        }
    }
}
