using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts;

namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>The inner faces of all services, called by what their contracts say of them.</summary>
/// <param name="addressOf">Where a host's gRPC face is, as settings write it, by its section.</param>
internal sealed class GrpcFaces(Func<string, string> addressOf) : IDisposable
{
    private static readonly Dictionary<string, (string Section, ServiceDescriptor Service)> Known = new()
    {
        ["Identity"] = ("Identity", V1.Identity.V1.Identity.Descriptor),
        ["Matching"] = ("Matching", V1.Matching.V1.Matching.Descriptor),
        ["Needs"] = ("NeedsIntake", V1.Needs.V1.Needs.Descriptor),
        ["NeedAttachments"] = ("NeedsIntake", V1.Needs.V1.NeedAttachments.Descriptor),
        ["NeedImports"] = ("NeedsIntake", V1.Needs.V1.NeedImports.Descriptor),
        ["Notification"] = ("Notification", V1.Notification.V1.Notification.Descriptor),
        ["Registry"] = ("Registry", V1.Registry.V1.Registry.Descriptor),
        ["RegistryOffers"] = ("Registry", V1.Registry.V1.RegistryOffers.Descriptor),
        ["RegistryImports"] = ("Registry", V1.Registry.V1.RegistryImports.Descriptor),
        ["RegistryHistory"] = ("Registry", V1.Registry.V1.RegistryHistory.Descriptor),
        ["RegistryInitiatives"] = ("Registry", V1.Registry.V1.RegistryInitiatives.Descriptor),
        ["RegistryProfiles"] = ("Registry", V1.Registry.V1.RegistryProfiles.Descriptor),
    };

    private readonly Dictionary<string, GrpcChannel> _channels = [];

    /// <summary>The name of a method in the tables, for "kommunebro.needs.v1.Needs/GetNeed".</summary>
    public static string NameOf(string fullName)
    {
        var (service, method) = (fullName.Trim('/').Split('/')[0], fullName.Split('/')[^1]);
        return $"{Known.Single(known => known.Value.Service.FullName == service).Key} {method}";
    }

    /// <summary>The address of a method: "kommunebro.needs.v1.Needs/GetNeed".</summary>
    public static string PathOf(Row row) => $"{Known[row.Verb].Service.FullName}/{row.Path}";

    /// <summary>Calls the method of <paramref name="row"/>.</summary>
    public async Task<Answer> CallAsync(Row row, JsonObject body, string? token)
    {
        var (section, service) = Known[row.Verb];
        var method = service.FindMethodByName(row.Path);
        var request = (IMessage)JsonParser.Default.Parse(body.ToJsonString(), method.InputType);
        var headers = token is null ? [] : new Metadata { { "authorization", $"Bearer {token}" } };
        try
        {
            return new Answer(Outcome.Answered, "OK", string.Join('\n', await CallAsync(section, method, request, headers)));
        }
        catch (RpcException error)
        {
            return Answer.Of(error);
        }
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }

    private async Task<IReadOnlyList<IMessage>> CallAsync(string section, MethodDescriptor method, IMessage request, Metadata headers)
    {
        var invoker = ChannelOf(section).CreateCallInvoker();
        var options = new CallOptions(headers, TimeProvider.System.GetUtcNow().AddSeconds(30).UtcDateTime);
        if (!method.IsServerStreaming)
            return [await invoker.AsyncUnaryCall(Method(method, MethodType.Unary), null, options, request)];
        using var stream = invoker.AsyncServerStreamingCall(Method(method, MethodType.ServerStreaming), null, options, request);
        var all = new List<IMessage>();
        while (await stream.ResponseStream.MoveNext(CancellationToken.None))
            all.Add(stream.ResponseStream.Current);
        return all;
    }

    private static Method<IMessage, IMessage> Method(MethodDescriptor method, MethodType type) => new(
        type,
        method.Service.FullName,
        method.Name,
        Marshallers.Create(message => message.ToByteArray(), method.InputType.Parser.ParseFrom),
        Marshallers.Create(message => message.ToByteArray(), method.OutputType.Parser.ParseFrom));

    private GrpcChannel ChannelOf(string section)
    {
        if (_channels.TryGetValue(section, out var known))
            return known;
        var address = ServiceAddress.Parse(section, addressOf(section));
        return _channels[section] = GrpcChannel.ForAddress(address.Uri, new GrpcChannelOptions
        {
            HttpHandler = address.CreateHandler(),
            MaxReceiveMessageSize = null,
        });
    }
}
