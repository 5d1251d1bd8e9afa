using System.Text.Json;

namespace Kommunebro.Local.Sample;

/// <summary>What the data folder remembers of loading the example: the day it began, so that a start after a crash says the same again, and whether it ended.</summary>
/// <param name="Day">The day from which the example counts its deadlines.</param>
/// <param name="Loaded">Whether everything is in.</param>
internal sealed record SampleState(DateOnly Day, bool Loaded)
{
    private const string Name = "sample.json";

    /// <summary>What the folder remembers; a beginning today when it remembers nothing.</summary>
    public static SampleState Read(DataFolder data) => File.Exists(data.File(Name))
        ? JsonSerializer.Deserialize<SampleState>(File.ReadAllText(data.File(Name)))!
        : new SampleState(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), Loaded: false);

    /// <summary>Remembers it; the file is whole or as it was, whatever happens meanwhile.</summary>
    public void Write(DataFolder data)
    {
        var fresh = data.File($"{Name}.new");
        File.WriteAllText(fresh, JsonSerializer.Serialize(this));
        File.Move(fresh, data.File(Name), overwrite: true);
    }
}
