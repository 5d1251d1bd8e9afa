using Grpc.Net.Client;
using Kommunebro.Contracts.Needs.V1;
using Kommunebro.Testing;

namespace Kommunebro.Tests.NeedsIntake.Hosting;

/// <summary>The gRPC faces.</summary>
public sealed partial class NeedsServer
{
    /// <summary>The gRPC face for a person with <paramref name="roles"/>, or for whoever has another token.</summary>
    public Contracts.Needs.V1.Needs.NeedsClient Grpc(params string[] roles) => GrpcWith(_issuer.Staff(Coordinator, roles));

    /// <inheritdoc cref="Grpc"/>
    public Contracts.Needs.V1.Needs.NeedsClient GrpcWith(string? token) => new(ChannelWith(token));

    /// <summary>The gRPC face for evidence.</summary>
    public NeedAttachments.NeedAttachmentsClient Attachments(params string[] roles) => new(ChannelWith(_issuer.Staff(Coordinator, roles)));

    /// <summary>The gRPC face for imports.</summary>
    public NeedImports.NeedImportsClient Imports(params string[] roles) => new(ChannelWith(_issuer.Staff(Coordinator, roles)));

    private GrpcChannel ChannelWith(string? token)
    {
        var channel = GrpcChannel.ForAddress(
            $"http://127.0.0.1:{_ports.Grpc}", new GrpcChannelOptions { HttpHandler = new BearerToken(token), DisposeHttpClient = true });
        _channels.Add(channel);
        return channel;
    }
}
