using Grpc.Net.ClientFactory;
using Kommunebro.Admin.Asking;
using Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Admin.Answers;

/// <summary>Speaks to matching for a person who holds an answer link and has no account.</summary>
public sealed class LinkHolder(GrpcClientFactory clients)
{
    private readonly MatchingClient _matching = clients.CreateClient<MatchingClient>(AnonymousCall.Client);

    /// <summary>Shows, and changes nothing: mail scanners open links, too.</summary>
    public Task<Reply<AskedParty>> OpenAsync(string token) =>
        _matching.OpenAnswerLinkAsync(new OpenAnswerLinkRequest { Token = token }).ReplyAsync();

    /// <summary>Answers, once.</summary>
    public Task<Reply<AskedParty>> AnswerAsync(string token, bool accepted, string reason, string note) => _matching.AnswerByLinkAsync(
        new AnswerByLinkRequest { Token = token, Accepted = accepted, Reason = reason, Note = note }).ReplyAsync();
}
