namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>Phrases that mean the same as one in the query.</summary>
internal sealed record Synonym(IReadOnlyList<string> Phrase, IReadOnlyList<string[]> Others);

/// <summary>What somebody typed, as queries.</summary>
internal sealed class TextQuery(IReadOnlyList<Token> tokens, IReadOnlyList<Synonym> synonyms)
{
    /// <summary>From this popularity on the live generation has an index of its own; null where it has none.</summary>
    public double? Head { get; init; }

    /// <summary>Each word, or what it may have been meant to be; stop words need not be there unless there is nothing else.</summary>
    public string Strict { get; } = TsQuery.All([.. Clauses(tokens, synonyms, t => t.Strict, optionalStopWords: tokens.Any(t => !t.IsStopWord))]);

    /// <summary>Any of the words, or whatever they could have been meant to be.</summary>
    public string Broad { get; } = TsQuery.Any([.. Clauses(tokens, synonyms, t => t.Broad, optionalStopWords: tokens.Any(t => !t.IsStopWord))]);

    /// <summary>The words one after the other; null for one word.</summary>
    public string? Phrase { get; } = tokens.Count > 1 ? TsQuery.Phrase(tokens.Select(t => t.Correction ?? t.Lexeme)) : null;

    /// <summary>Names have no stems and no stop words.</summary>
    public string People { get; } = TsQuery.All([.. tokens.Select(t => t.Known
        ? TsQuery.Word(t.Lexeme)
        : TsQuery.Any([TsQuery.Word(t.Lexeme, prefix: t.Begins), .. t.Near.Take(3).Select(w => TsQuery.Word(w))]))]);

    /// <summary>What a title or a name must be to be just what was typed.</summary>
    public IReadOnlyList<string> Keys { get; } =
        [.. new[] { Join(tokens.Select(t => t.Lexeme)), Join(tokens.Select(t => t.Correction ?? t.Lexeme)) }.Distinct(StringComparer.Ordinal)];

    /// <summary>The text as it was understood; null when that is what was typed.</summary>
    public string? Corrected { get; } = tokens.Any(t => t.Correction is not null && !t.Begins) ? Join(tokens.Select(t => t.Begins ? t.Lexeme : t.Correction ?? t.Lexeme)) : null;

    /// <summary>The words that no title has, and what was taken instead.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Corrections { get; } =
        tokens.Where(t => t.Correction is not null).DistinctBy(t => t.Lexeme).ToDictionary(t => t.Lexeme, t => t.Near, StringComparer.Ordinal);

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);

    private static IEnumerable<string> Clauses(IReadOnlyList<Token> tokens, IReadOnlyList<Synonym> synonyms, Func<Token, string> alternatives, bool optionalStopWords)
    {
        for (var i = 0; i < tokens.Count;)
        {
            if (synonyms.FirstOrDefault(s => Matches(tokens, i, s.Phrase)) is { } synonym)
            {
                var itself = synonym.Phrase.Count == 1 ? alternatives(tokens[i]) : TsQuery.Phrase(synonym.Phrase);
                yield return TsQuery.Any([itself, .. synonym.Others.Select(o => TsQuery.Phrase(o))]);
                i += synonym.Phrase.Count;
                continue;
            }
            if (!optionalStopWords || !tokens[i].IsStopWord)
                yield return alternatives(tokens[i]);
            i++;
        }
    }

    private static bool Matches(IReadOnlyList<Token> tokens, int at, IReadOnlyList<string> phrase) =>
        at + phrase.Count <= tokens.Count && Enumerable.Range(0, phrase.Count).All(i => tokens[at + i].Lexeme == phrase[i]);
}
