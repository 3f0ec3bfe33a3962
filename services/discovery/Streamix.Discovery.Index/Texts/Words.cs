using System.Globalization;
using System.Text;

namespace Streamix.Discovery.Index.Texts;

/// <summary>
/// Splits text into words: runs of letters, digits and the marks on them. Scripts that leave no space between words give overlapping pairs of
/// characters, so that any part of them can be found.
/// </summary>
internal static class Words
{
    /// <summary>The words, one space between them.</summary>
    public static string Of(string text)
    {
        StringBuilder words = new(text.Length + 8);
        Rune? before = null;
        var alone = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPartOfWord(rune))
            {
                before = null;
                continue;
            }
            var dense = IsDense(rune);
            if (before is not { } last)
            {
                Begin(words).Append(rune.ToString());
                alone = dense;
            }
            else if (dense && IsDense(last))
            {
                if (!alone)
                    Begin(words).Append(last.ToString());
                words.Append(rune.ToString());
                alone = false;
            }
            else if (dense != IsDense(last))
            {
                Begin(words).Append(rune.ToString());
                alone = dense;
            }
            else
            {
                words.Append(rune.ToString());
            }
            before = rune;
        }
        return words.ToString();
    }

    /// <summary>A character of a script without spaces.</summary>
    public static bool IsDense(Rune rune) => rune.Value is
        >= 0x3040 and <= 0x30FF or >= 0x31F0 and <= 0x31FF // kana
        or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3134F // Han
        or >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF; // Thai, Lao, Myanmar, Khmer

    private static StringBuilder Begin(StringBuilder words) => words.Length > 0 ? words.Append(' ') : words;

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;
}
