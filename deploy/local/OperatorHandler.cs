using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Claims;
using Kommunebro.Contracts;
using Kommunebro.Identity.Keys;
using Kommunebro.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kommunebro.Local;

/// <summary>
/// Requests of whoever runs this machine, straight to the services' sockets: http://registry/… reaches registry. They carry
/// a coordinator's token that is signed here, since the keys lie in the data folder.
/// </summary>
internal sealed class OperatorHandler : DelegatingHandler
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly SigningKeys _keys;
    private readonly Uri _issuer;
    private readonly Guid _account;

    public OperatorHandler(SigningKeys keys, Uri issuer, Guid account, ServiceSockets sockets)
        : base(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(sockets.HttpOf(context.DnsEndPoint.Host)), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) =>
        (_keys, _issuer, _account) = (keys, issuer, account);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        return base.SendAsync(request, cancellationToken);
    }

    private string Token()
    {
        var newest = _keys.Signing[0];
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _issuer.ToString(),
            Audience = TokenClaims.Audience,
            TokenType = "at+jwt",
            Expires = TimeProvider.System.GetUtcNow().Add(Life).UtcDateTime,
            Subject = new ClaimsIdentity(
            [
                new Claim(TokenClaims.Subject, _account.ToString()),
                new Claim(TokenClaims.Kind, TokenClaims.StaffKind),
                new Claim(TokenClaims.Role, StaffRole.KsCoordinator),
                new Claim(TokenClaims.Role, StaffRole.AucCoordinator),
            ]),
            SigningCredentials = new SigningCredentials(
                newest, SecurityAlgorithms.RsaSha256),
        });
    }
}
