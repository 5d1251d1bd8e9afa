using k8s.Models;

namespace Kommunebro.Tests.Chart;

public sealed class ChartTests
{
    [Theory]
    [MemberData(nameof(Manifests.Values), MemberType = typeof(Manifests))]
    public async Task It_lints(string values)
    {
        var lint = await HelmTool.RunAsync(["lint", "deploy/helm/kommunebro", "--strict", .. Manifests.ArgumentsFor(values)]);

        Assert.True(lint.Succeeded, lint.Output + lint.Error);
    }

    [Theory]
    [MemberData(nameof(Manifests.Values), MemberType = typeof(Manifests))]
    public async Task Every_manifest_loads_strictly(string values)
    {
        var manifests = await Manifests.RenderAsync(values);

        Assert.Equal(manifests.Text.Split('\n').Count(line => line.StartsWith("kind: ", StringComparison.Ordinal)), manifests.Count);
        Assert.Equal(Repository.Services.Count, manifests.All<V1Deployment>().Count());
    }

    [Theory]
    [InlineData("components.registry.replica=3", "replica")]
    [InlineData("publicOrigin=kommunebro.example", "publicOrigin")]
    [InlineData("publicOrigin=https://kommunebro.example/path", "publicOrigin")]
    [InlineData("components.registry.httpPort=99999", "httpPort")]
    [InlineData("components.registry.env.Registry__Database=Host=db", "Registry__Database")]
    [InlineData("brooker.secret=x", "brooker")]
    public async Task A_value_that_means_nothing_is_refused(string value, string named)
    {
        var rendered = await HelmTool.RunAsync("template", "kommunebro", "deploy/helm/kommunebro", "--set", value);

        Assert.False(rendered.Succeeded);
        Assert.Contains(named, rendered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ingress_leads_the_public_host_to_the_gateway()
    {
        var ingress = Assert.Single((await Manifests.RenderAsync("full")).All<V1Ingress>());

        var rule = Assert.Single(ingress.Spec.Rules);
        Assert.Equal("bro.test", rule.Host);
        Assert.Equal("kommunebro-gateway", Assert.Single(rule.Http.Paths).Backend.Service.Name);
        Assert.Equal("bro-tls", Assert.Single(ingress.Spec.Tls).SecretName);
        Assert.Empty((await Manifests.RenderAsync()).All<V1Ingress>());
    }

    [Fact]
    public async Task Who_scales_by_itself_has_no_fixed_number_of_replicas()
    {
        var manifests = await Manifests.RenderAsync("full");

        Assert.Equal("kommunebro-matching", Assert.Single(manifests.All<V2HorizontalPodAutoscaler>()).Spec.ScaleTargetRef.Name);
        Assert.Null(manifests.One<V1Deployment>("kommunebro-matching").Spec.Replicas);
        Assert.Equal(3, manifests.One<V1Deployment>("kommunebro-registry").Spec.Replicas);
        Assert.Empty((await Manifests.RenderAsync()).All<V2HorizontalPodAutoscaler>());
    }

    [Fact]
    public async Task Traces_go_where_the_operator_says()
    {
        var full = await Manifests.RenderAsync("full");

        Assert.All(Repository.Services, service => Assert.Equal(
            "http://otel.observability:4317", full.EnvOf(service.Component)["OTEL_EXPORTER_OTLP_ENDPOINT"].Value));
        Assert.DoesNotContain("OTEL_EXPORTER", (await Manifests.RenderAsync()).Text, StringComparison.Ordinal);
    }
}
