using System.Text;

namespace Kommunebro.Tests.Registry.Codifier;

/// <summary>Writes the codifier in the form of the ministry's CSV: semicolons and a byte order mark.</summary>
internal static class CodifierText
{
    public const string Header = "Перший рівень;Другий рівень;Третій рівень;Четвертий рівень;Додатковий рівень;Категорія об’єкта;Назва об’єкта";

    public const string Oblast = "UA46000000000026241;;;;;O;Львівська";
    public const string Raion = "UA46000000000026241;UA46060000000042587;;;;P;Львівський";

    public static string Hromada(string code, string name, char category = 'H') => $"UA46000000000026241;UA46060000000042587;{code};;;{category};{name}";

    public static string Settlement(string hromada, string code, string name = "Перше", char category = 'C') => $"UA46000000000026241;UA46060000000042587;{hromada};{code};;{category};{name}";

    public static string District(string hromada, string settlement, string code, string name = "Перший район") =>
        $"UA46000000000026241;UA46060000000042587;{hromada};{settlement};{code};B;{name}";

    public static MemoryStream Of(params IEnumerable<string> rows) =>
        new([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header)) + "\r\n")]);
}
