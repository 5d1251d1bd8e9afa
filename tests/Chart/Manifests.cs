using System.Collections.Concurrent;
using k8s;
using k8s.Models;

namespace Kommunebro.Tests.Chart;

/// <summary>The chart, rendered by a real helm and read as Kubernetes' own types, which know no other field.</summary>
internal sealed class Manifests
{
    private const string Chart = "deploy/helm/kommunebro";

    private static readonly ConcurrentDictionary<string, Lazy<Task<Manifests>>> Made = new(StringComparer.Ordinal);

    private readonly List<object> _all;

    private Manifests(string text)
    {
        Text = text;
        _all = KubernetesYaml.LoadAllFromString(text, typeMap: null, strict: true);
    }

    /// <summary>The values with which it is looked at: as they are, and with everything switched on.</summary>
    public static TheoryData<string> Values { get; } = ["default", "full"];

    public string Text { get; }

    /// <summary>Renders it, once for each set of values.</summary>
    public static Task<Manifests> RenderAsync(string values = "default") =>
        Made.GetOrAdd(values, _ => new(() => MakeAsync(values))).Value;

    /// <summary>Arguments of helm for a set of values.</summary>
    public static string[] ArgumentsFor(string values) => values == "default" ? [] : ["--values", $"tests/Chart/{values}-values.yaml"];

    public IEnumerable<T> All<T>() => _all.OfType<T>();

    public int Count => _all.Count;

    public T One<T>(string name) where T : IKubernetesObject<V1ObjectMeta> => All<T>().Single(one => one.Metadata.Name == name);

    /// <summary>All pods that it makes, with the name of what makes them.</summary>
    public IEnumerable<(string Name, V1PodTemplateSpec Pod)> Pods() => All<V1Deployment>().Select(one => (one.Metadata.Name, one.Spec.Template))
        .Concat(All<V1Job>().Select(one => (one.Metadata.Name, one.Spec.Template)));

    /// <summary>A component's environment, as its pods get it.</summary>
    public Dictionary<string, V1EnvVar> EnvOf(string component) =>
        One<V1Deployment>($"kommunebro-{component}").Spec.Template.Spec.Containers.Single().Env.ToDictionary(one => one.Name, StringComparer.Ordinal);

    private static async Task<Manifests> MakeAsync(string values)
    {
        var rendered = await HelmTool.RunAsync(["template", "kommunebro", Chart, .. ArgumentsFor(values)]);
        Assert.True(rendered.Succeeded, rendered.Error);
        return new Manifests(rendered.Output);
    }
}
