using System.Text;
using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>A word of the query.</summary>
/// <param name="Lexeme">Without accents, in lower case.</param>
/// <param name="Stems">What the reader's grammar makes of it; empty for a stop word.</param>
/// <param name="Known">Some title has it.</param>
/// <param name="Begins">Some longer word begins with it.</param>
/// <param name="Near">Words that titles have and that it may be a slip of; the likeliest first.</param>
internal sealed record Token(string Lexeme, IReadOnlyList<string>? Stems, bool Known, bool Begins, IReadOnlyList<string> Near)
{
    private const int MostAlternatives = 3;

    public bool IsStopWord => Stems is { Count: 0 };

    /// <summary>The correction to show; null where none is needed.</summary>
    public string? Correction => Known || Stems?.Any(Near.Contains) == true || Near.Count == 0 ? null : Near[0];

    /// <summary>The word itself, its stems and, for a word that no title has, what it may have been meant to be.</summary>
    public string Strict => Alternatives(withNear: !Known);

    /// <summary>Everything it could have been meant to be.</summary>
    public string Broad => Alternatives(withNear: true);

    private string Alternatives(bool withNear)
    {
        var itself = TsQuery.Word(Lexeme, prefix: (Begins && !Known) || IsSingleCharacter);
        var others = (Stems ?? []).Where(s => s != Lexeme).Concat(withNear ? Near.Take(MostAlternatives) : []).Distinct(StringComparer.Ordinal).Select(w => TsQuery.Word(w));
        return TsQuery.Any([itself, .. others]);
    }

    /// <summary>Scripts without spaces are indexed in pairs; one character is the begin of some.</summary>
    private bool IsSingleCharacter => Rune.TryGetRuneAt(Lexeme, 0, out var first) && first.Utf16SequenceLength == Lexeme.Length && Words.IsDense(first);
}
