using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kommunebro.Tests.EndToEnd.Fuzz;

/// <summary>Sends requests to every operation as several readers at once, and keeps what was wrong.</summary>
/// <param name="origin">The gateway.</param>
/// <param name="api">Its description.</param>
/// <param name="finds">What answers told of.</param>
/// <param name="judge">Who looks at the answers.</param>
/// <param name="seed">The same seed makes the same choices; ids differ from run to run.</param>
internal sealed class FuzzRun(Uri origin, DescribedApi api, Finds finds, Judge judge, int seed) : IDisposable
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
    private readonly ConcurrentDictionary<string, string> _refusals = [];

    /// <summary>What was wrong, once of each kind, with the command that shows it.</summary>
    public IReadOnlyCollection<string> Faults => [.. _faults.Values];

    /// <summary>How many answers each operation gave, by the first digit of the status.</summary>
    public IReadOnlyDictionary<(string Call, int Class), int> Answers => _answers;

    /// <summary>Why an operation refused what was valid the last time.</summary>
    public string RefusalOf(string call) => _refusals.GetValueOrDefault(call, "-");

    /// <summary>How long it ran.</summary>
    public TimeSpan Taken => _taken.Elapsed;

    /// <summary>
    /// As all of <paramref name="readers"/> side by side, each <paramref name="count"/> times at every operation, in rounds, for
    /// <paramref name="limit"/> at most.
    /// </summary>
    public Task SendAsync(IEnumerable<Reader> readers, int count, TimeSpan limit)
    {
        var end = Taken + limit;
        return Task.WhenAll(readers.Select(reader => Task.Run(() => SendAsync(reader, count, end))));
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(Reader reader, int count, TimeSpan end)
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
                if (Taken > end)
                    return;
                var request = valid.Make(operation);
                var isValid = round % ValidOneIn == 0;
                var answer = await SendAsync(isValid ? request : Canaries.Hush(mutations.Apply(request), reader), reader);
                if (isValid && answer?.Status is >= 400 and not (401 or 403))
                    _refusals[operation.Call] = $"{answer.Json?["code"]} {answer.Json?["errors"]?.ToJsonString()}";
            }
        }
    }

    private async Task<FuzzAnswer?> SendAsync(FuzzedRequest request, Reader reader)
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
            return answer;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            Keep("no answer", request, reader, broken.ToString());
            return null;
        }
    }

    private void Keep(string fault, FuzzedRequest request, Reader reader, string text) => _faults.TryAdd(
        $"{request.Operation.Call} {fault}", $"{request.Operation.Call} as {reader}: {fault}\n  {request}\n  {(text.Length > 600 ? text[..600] : text)}");

    /// <summary>The same in each process, as that of .NET is not.</summary>
    private static int HashCode(int seed, string text) => text.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter));
}
