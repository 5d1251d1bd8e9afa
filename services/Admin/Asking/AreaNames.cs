using Kommunebro.Admin.Elements;
using Kommunebro.Admin.Reading;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Asking;

/// <summary>The code list of areas in the reader's language. While registry is away, codes stand for themselves.</summary>
public sealed class AreaNames(RegistryClient registry, Reader reader)
{
    private Task<Reply<ListAreasReply>>? _asked;

    /// <summary>The areas that can be chosen, by name.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices { get; private set; } = [];

    /// <summary>Asks registry, once for a page.</summary>
    public async Task LoadAsync()
    {
        var reply = await (_asked ??= registry.ListAreasAsync(new ListAreasRequest()).ReplyAsync());
        var byName = StringComparer.Create(Cultures.Of(reader.Language), ignoreCase: true);
        Choices = [.. (reply.Value?.Areas ?? []).Select(area => (area.Code, Named.Of(area.Names, reader.Language).Text)).OrderBy(area => area.Text, byName)];
    }

    /// <summary>What an area is called.</summary>
    public string NameOf(string code) => Choices.FirstOrDefault(area => area.Value == code).Text ?? code;
}
