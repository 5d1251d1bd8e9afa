namespace Kommunebro.Matching.Engine;

/// <summary>Something the engine says, free of language: a key of the phrasebook and what fills its places. It can be stored and told later.</summary>
/// <param name="Key">Key of a <see cref="Template"/>, stable over versions.</param>
/// <param name="Arguments">One argument for each place of the template, in any order.</param>
public sealed record Sentence(string Key, IReadOnlyList<Argument> Arguments)
{
    /// <summary>The sentence of <paramref name="key"/> with its arguments.</summary>
    public static Sentence Of(string key, params Argument[] arguments) => new(key, arguments);
}
