using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using k8s.Models;
using Kommunebro.Local.Processes;

namespace Kommunebro.Tests.Chart;

/// <summary>The chart, skaffold.yaml and the code say the same.</summary>
public sealed partial class AgreementTests
{
    public static TheoryData<string> Components { get; } = [.. Repository.Services.Select(service => service.Component)];

    [Theory]
    [MemberData(nameof(Components))]
    public void Every_service_exists(string component)
    {
        var service = ServiceOf(component);

        Assert.True(File.Exists(Path.Combine(Repository.Root, service.Folder, $"{service.Section}.csproj")), $"There is no {service.Folder}.");
        Assert.Contains($"{service.Folder}/{service.Section}.csproj", Repository.Text("Platform.sln").Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_project_of_a_service_is_a_component()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(Repository.Root, "services"), "*.csproj", SearchOption.AllDirectories)
            .Append("Gateway.csproj").Select(file => $"kommunebro-{Repository.Kebab(Path.GetFileNameWithoutExtension(file))}");
        var deployments = (await Manifests.RenderAsync()).All<V1Deployment>().Select(one => one.Metadata.Name);

        Assert.Equal(projects.Order(StringComparer.Ordinal), deployments.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task An_image_is_called_as_its_project_publishes_it(string component)
    {
        var service = ServiceOf(component);
        var name = await Command.RunAsync("dotnet", ["msbuild", service.Folder, "-getProperty:ContainerRepository"], folder: Repository.Root);

        Assert.Equal($"kommunebro/{component}", name.Output.Trim());
        var image = (await Manifests.RenderAsync()).One<V1Deployment>($"kommunebro-{component}").Spec.Template.Spec.Containers.Single().Image;
        Assert.Equal($"kommunebro/{component}:{AppVersion().Match(Repository.Text("deploy/helm/kommunebro/Chart.yaml")).Groups["version"].Value}", image);
        Assert.Contains($"- image: kommunebro/{component}\n", Repository.Text("skaffold.yaml"), StringComparison.Ordinal);
        Assert.Contains($"buildCommand: deploy/helm/build-image {service.Folder}\n", Repository.Text("skaffold.yaml"), StringComparison.Ordinal);
        Assert.Contains($"components.{component}.image.repository:", Repository.Text("skaffold.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task It_listens_and_is_found_on_the_ports_of_its_defaults(string component)
    {
        var (service, manifests) = (ServiceOf(component), await Manifests.RenderAsync());
        var ports = manifests.One<V1Deployment>($"kommunebro-{component}").Spec.Template.Spec.Containers.Single().Ports;

        Assert.Equal(service.HttpPort, Assert.Single(ports, port => port.Name == "http").ContainerPort);
        Assert.Equal(service.GrpcPort, ports.SingleOrDefault(port => port.Name == "grpc")?.ContainerPort);
        Assert.Equal($"http://0.0.0.0:{service.HttpPort}", manifests.EnvOf(component)[$"{service.Section}__Listen__Http"].Value);
        Assert.Equal(service.HttpPort, Assert.Single(manifests.One<V1Service>($"kommunebro-{component}").Spec.Ports).Port);
        if (service.GrpcPort is { } grpc)
            Assert.Equal(("None", grpc), (manifests.One<V1Service>($"kommunebro-{component}-grpc").Spec.ClusterIP, manifests.One<V1Service>($"kommunebro-{component}-grpc").Spec.Ports.Single().Port));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task It_finds_all_whom_its_defaults_name(string component)
    {
        var (service, manifests) = (ServiceOf(component), await Manifests.RenderAsync());
        var start = $"{service.Section}__Services__";
        var found = manifests.EnvOf(component).Values.Where(variable => variable.Name.StartsWith(start, StringComparison.Ordinal))
            .ToDictionary(variable => variable.Name[start.Length..], variable => variable.Value, StringComparer.Ordinal);

        Assert.Equal(service.Calls.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(service.Calls, call => Assert.Equal(AddressOf(call.Value), found[call.Key]));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Its_network_policy_names_every_caller_and_nobody_else(string component)
    {
        var (service, manifests) = (ServiceOf(component), await Manifests.RenderAsync());
        var policy = manifests.One<V1NetworkPolicy>($"kommunebro-{component}");
        var expected =
            from caller in Repository.Services
            from port in caller.Calls.Values
            where port == service.HttpPort || port == service.GrpcPort
            select $"{caller.Component}:{(port == service.HttpPort ? "http" : "grpc")}";
        var named = policy.Spec.Ingress.Where(rule => rule.FromProperty is not null).SelectMany(rule => rule.FromProperty.Select(
            peer => $"{peer.PodSelector.MatchLabels["app.kubernetes.io/component"]}:{rule.Ports.Single().Port.Value}"));

        Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["Ingress", "Egress"], policy.Spec.PolicyTypes);
        Assert.Equal(component == "gateway", policy.Spec.Ingress.Any(rule => rule.FromProperty is null));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Who_has_a_database_is_migrated_before_it_starts(string component)
    {
        var (service, manifests) = (ServiceOf(component), await Manifests.RenderAsync());
        var job = manifests.All<V1Job>().SingleOrDefault(one => one.Metadata.Name == $"kommunebro-{component}-migrate");

        Assert.Equal(service.Says(".AddDatabase<"), job is not null);
        Assert.Equal(service.Says(".AddDatabase<"), manifests.EnvOf(component).ContainsKey($"{service.Section}__Database"));
        Assert.Equal(service.Says(".AddMessaging<"), manifests.EnvOf(component).ContainsKey($"{service.Section}__Messaging__Broker"));
        if (job is null)
            return;
        Assert.Equal(["migrate"], job.Spec.Template.Spec.Containers.Single().Args);
        Assert.Equal("pre-install,pre-upgrade", job.Metadata.Annotations["helm.sh/hook"]);
        Assert.DoesNotContain(manifests.All<V1Service>(), one => one.Spec.Selector.All(job.Spec.Template.Metadata.Labels.Contains));
    }

    [Fact]
    public async Task Every_route_of_the_gateway_leads_to_a_component()
    {
        var gateway = ServiceOf("gateway");
        var clusters = gateway.Defaults["ReverseProxy"]!["Clusters"]!.AsObject().Select(cluster => cluster.Key).ToList();
        var routed = gateway.Defaults["ReverseProxy"]!["Routes"]!.AsObject().Select(route => (string)route.Value!["ClusterId"]!).Distinct();
        var env = (await Manifests.RenderAsync()).EnvOf("gateway");

        Assert.Equal(clusters.Order(StringComparer.Ordinal), routed.Order(StringComparer.Ordinal));
        Assert.Equal(clusters.Order(StringComparer.Ordinal), gateway.Calls.Keys.Order(StringComparer.Ordinal));
        Assert.All(clusters, cluster => Assert.Equal(
            $"http://kommunebro-{Repository.Kebab(cluster)}:{ServiceOf(Repository.Kebab(cluster)).HttpPort}", env[$"Gateway__Services__{cluster}"].Value));
    }

    [Fact]
    public async Task Identity_knows_the_secret_of_every_service_that_asks_others()
    {
        var manifests = await Manifests.RenderAsync("full");
        var asking = Repository.Services.Where(service => manifests.EnvOf(service.Component).ContainsKey($"{service.Section}__Access__ClientSecret")).ToList();

        Assert.Equal(
            Repository.Services.Where(service => service.Calls.Values.Any(port => port is > 5200 and < 5300)).Select(service => service.Component),
            asking.Select(service => service.Component));
        Assert.All(asking, service => Assert.Equal(
            manifests.EnvOf(service.Component)[$"{service.Section}__Access__ClientSecret"].ValueFrom.SecretKeyRef.Name,
            manifests.EnvOf("identity")[$"Identity__ServiceClients__{(string)service.Defaults["Access"]!["ClientId"]!}__Secret"].ValueFrom.SecretKeyRef.Name));
    }

    [Fact]
    public async Task Identity_speaks_to_issuers_outside_where_the_values_say_so()
    {
        var (plain, full) = (await Manifests.RenderAsync(), await Manifests.RenderAsync("full"));
        var migrate = full.One<V1Job>("kommunebro-identity-migrate").Spec.Template.Spec.Containers.Single();

        Assert.False(LeadsOut(plain));
        Assert.True(LeadsOut(full));
        Assert.Equal("entra", full.EnvOf("identity")["Identity__OutsideIssuers__Staff__entra__ClientSecret"].ValueFrom.SecretKeyRef.Name);
        // It makes the client at which partners show tokens of Maskinporten.
        Assert.Contains(migrate.Env, one => one.Name == "Identity__OutsideIssuers__Maskinporten__Scopes__needs.read");
    }

    private static bool LeadsOut(Manifests manifests) => manifests.One<V1NetworkPolicy>("kommunebro-identity").Spec.Egress
        .Any(rule => rule.To?.Any(peer => peer.IpBlock?.Cidr == "0.0.0.0/0") == true && rule.Ports.Any(port => port.Port.Value == "443"));

    private static CodedService ServiceOf(string component) => Repository.Services.Single(service => service.Component == component);

    private static string AddressOf(int port)
    {
        var called = Repository.Services.Single(service => service.HttpPort == port || service.GrpcPort == port);
        return called.HttpPort == port ? $"http://kommunebro-{called.Component}:{port}" : $"dns:///kommunebro-{called.Component}-grpc:{port}";
    }

    [GeneratedRegex("appVersion: \"(?<version>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AppVersion();
}
