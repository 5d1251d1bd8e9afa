using k8s.Models;

namespace Kommunebro.Tests.Chart;

public sealed class HardeningTests
{
    [Theory]
    [MemberData(nameof(Manifests.Values), MemberType = typeof(Manifests))]
    public async Task Every_container_may_do_as_little_as_possible(string values)
    {
        var pods = (await Manifests.RenderAsync(values)).Pods().ToList();

        Assert.NotEmpty(pods);
        Assert.All(pods, pod =>
        {
            var spec = pod.Pod.Spec;
            Assert.False(spec.AutomountServiceAccountToken);
            Assert.False(spec.EnableServiceLinks);
            Assert.True(spec.SecurityContext.RunAsNonRoot);
            Assert.NotEqual(0, spec.SecurityContext.RunAsUser);
            Assert.Equal("RuntimeDefault", spec.SecurityContext.SeccompProfile.Type);
            Assert.Null(spec.HostNetwork);
            Assert.All(spec.Volumes, volume => Assert.Null(volume.HostPath));
            Assert.All(spec.Containers.Concat(spec.InitContainers ?? []), Hardened);
        });
    }

    [Theory]
    [MemberData(nameof(Manifests.Values), MemberType = typeof(Manifests))]
    public async Task Only_the_temporary_folder_can_be_written(string values) => Assert.All(
        (await Manifests.RenderAsync(values)).Pods(),
        pod => Assert.All(
            pod.Pod.Spec.Containers.Single().VolumeMounts,
            mount => Assert.True(mount.ReadOnlyProperty == true || mount is { Name: "tmp", MountPath: "/tmp" }, mount.Name)));

    [Theory]
    [MemberData(nameof(Manifests.Values), MemberType = typeof(Manifests))]
    public async Task Secrets_are_named_and_never_written(string values)
    {
        var manifests = await Manifests.RenderAsync(values);

        Assert.Empty(manifests.All<V1Secret>());
        Assert.DoesNotContain("assword=", manifests.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", manifests.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("amqp://", manifests.Text, StringComparison.Ordinal);
        var secret = manifests.Pods().SelectMany(pod => pod.Pod.Spec.Containers.Single().Env)
            .Where(variable => new[] { "Secret", "Password", "Database", "Broker" }.Any(end => variable.Name.EndsWith(end, StringComparison.Ordinal)));
        Assert.All(secret, variable => Assert.True(variable.Value is null && variable.ValueFrom?.SecretKeyRef is not null, variable.Name));
    }

    [Fact]
    public async Task No_account_carries_a_token()
    {
        var manifests = await Manifests.RenderAsync();

        Assert.All(manifests.All<V1ServiceAccount>(), account => Assert.False(account.AutomountServiceAccountToken));
        Assert.All(manifests.All<V1Deployment>(), one => Assert.Equal(one.Metadata.Name, one.Spec.Template.Spec.ServiceAccountName));
    }

    [Fact]
    public async Task Every_component_is_probed_limited_and_kept_alive_when_nodes_go()
    {
        var manifests = await Manifests.RenderAsync();

        Assert.All(manifests.All<V1Deployment>(), one =>
        {
            var container = one.Spec.Template.Spec.Containers.Single();
            Assert.Equal(("/health/live", "http"), (container.LivenessProbe.HttpGet.Path, container.LivenessProbe.HttpGet.Port.Value));
            Assert.Equal(("/health/ready", "http"), (container.ReadinessProbe.HttpGet.Path, container.ReadinessProbe.HttpGet.Port.Value));
            Assert.Contains("memory", container.Resources.Limits.Keys);
            Assert.Contains("cpu", container.Resources.Requests.Keys);
            Assert.Equal(one.Spec.Selector.MatchLabels, manifests.One<V1PodDisruptionBudget>(one.Metadata.Name).Spec.Selector.MatchLabels);
        });
    }

    private static void Hardened(V1Container container)
    {
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.True(container.SecurityContext.RunAsNonRoot);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        Assert.Null(container.SecurityContext.Capabilities.Add);
        Assert.Null(container.SecurityContext.Privileged);
    }
}
