using Kommunebro.Contracts;
using Kommunebro.Notification.Data;
using Microsoft.EntityFrameworkCore;

namespace Kommunebro.Notification.Directory;

/// <summary>The names of the municipalities that some texts speak of.</summary>
internal sealed class MunicipalityNames
{
    private readonly Dictionary<Guid, LocalizedText> _names;

    private MunicipalityNames(Dictionary<Guid, LocalizedText> names) => _names = names;

    /// <summary>Reads the names of <paramref name="municipalities"/>.</summary>
    public static async Task<MunicipalityNames> OfAsync(
        NotificationDb db, IEnumerable<Guid> municipalities, CancellationToken cancellationToken)
    {
        var ids = municipalities.ToHashSet();
        return new MunicipalityNames(await db.Municipalities.AsNoTracking()
            .Where(known => ids.Contains(known.Id))
            .ToDictionaryAsync(known => known.Id, known => known.Names, cancellationToken));
    }

    /// <summary>The name for readers of <paramref name="language"/>; the id when registry's event has not come yet.</summary>
    public string In(string language, Guid municipality) =>
        _names.TryGetValue(municipality, out var names) ? names.In(language) : municipality.ToString();
}
