using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Sends requests to every operation as several readers at once, and keeps what was wrong.</summary>
/// <param name="origin">The gateway.</param>
/// <param name="api">Its description.</param>
/// <param name="finds">What answers told of.</param>
/// <param name="judge">Who looks at the answers.</param>
/// <param name="seed">The same seed makes the same choices; ids differ from run to run.</param>
/// <param name="limit">When it ends, however far it came.</param>
internal sealed class FuzzRun(Uri origin, DescribedApi api, Finds finds, Judge judge, int seed, TimeSpan limit) : IDisposable
{
    /// <summary>One request of so many is not mutated.</summary>
    private const int ValidOneIn = 3;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
    })
    { BaseAddress = origin };

    private readonly Stopwatch _taken = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, string> _faults = [];
    private readonly ConcurrentDictionary<(string Call, int Class), int> _answers = [];

    /// <summary>What was wrong, once of each kind, with the command that shows it.</summary>
    public IReadOnlyCollection<string> Faults => [.. _faults.Values];

    /// <summary>How many answers each operation gave, by the first digit of the status.</summary>
    public IReadOnlyDictionary<(string Call, int Class), int> Answers => _answers;

    /// <summary>How long it ran.</summary>
    public TimeSpan Taken => _taken.Elapsed;

    /// <summary>As all of <paramref name="readers"/> side by side, each <paramref name="count"/> times at every operation, in rounds.</summary>
    public Task SendAsync(IEnumerable<Reader> readers, int count) => Task.WhenAll(readers.Select(reader => Task.Run(() => SendAsync(reader, count))));

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(Reader reader, int count)
    {
        var random = new Random(HashCode(seed, reader.Asker.Name));
        var valid = new ValidRequests(finds, reader, random);
        var mutations = new Mutations(random);
        var order = api.Operations.ToArray();
        for (var round = 0; round < count; round++)
        {
            random.Shuffle(order);
            foreach (var operation in order)
            {
                if (_taken.Elapsed > limit)
                    return;
                var request = valid.Make(operation);
                await SendAsync(round % ValidOneIn == 0 ? request : Canaries.Hush(mutations.Apply(request), reader), reader);
            }
        }
    }

    private async Task SendAsync(FuzzedRequest request, Reader reader)
    {
        try
        {
            using var message = request.ToMessage(origin, reader.Asker.Token);
            using var got = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
            var answer = await FuzzAnswer.ReadAsync(got);
            _answers.AddOrUpdate((request.Operation.Call, answer.Status / 100), 1, (_, times) => times + 1);
            if (judge.FaultOf(request, reader, answer) is { } fault)
                Keep(fault, request, reader, answer.Text);
            else
                finds.Learn(request, reader, answer);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            Keep("no answer", request, reader, broken.ToString());
        }
    }

    private void Keep(string fault, FuzzedRequest request, Reader reader, string text) => _faults.TryAdd(
        $"{request.Operation.Call} {fault}", $"{request.Operation.Call} as {reader}: {fault}\n  {request}\n  {(text.Length > 600 ? text[..600] : text)}");

    /// <summary>The same in each process, as that of .NET is not.</summary>
    private static int HashCode(int seed, string text) => text.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter));
}
