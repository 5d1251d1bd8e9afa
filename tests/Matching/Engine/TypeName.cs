namespace Kommunebro.Tests.Matching.Engine;

internal static class TypeName
{
    public static readonly IComparer<Type> Comparer = Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));
}
