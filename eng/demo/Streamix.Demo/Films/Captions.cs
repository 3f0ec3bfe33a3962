using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Streamix.Demo.Catalogue;

namespace Streamix.Demo.Films;

/// <summary>WebVTT: the music, then the story as its synopsis tells it, sentence by sentence.</summary>
internal static partial class Captions
{
    public static readonly string[] Languages = ["en", "ar"];
    private const double Opening = 3;

    public static string Of(Showing showing, FilmRecipe film, string language)
    {
        var words = language == "ar" ? showing.Ar : showing.En;
        string[] lines = [$"[{Music.Words(film.Music, language)}]", .. Sentences(words.Synopsis)];
        var each = (film.Seconds - Opening) / (lines.Length - 1);
        var vtt = new StringBuilder("WEBVTT\n");
        for (var i = 0; i < lines.Length; i++)
        {
            var from = i == 0 ? 0.2 : Opening + (i - 1) * each;
            var to = i == 0 ? Opening - 0.2 : Math.Min(from + each - 0.2, film.Seconds - 0.1);
            vtt.Append(CultureInfo.InvariantCulture, $"\n{At(from)} --> {At(to)}\n{lines[i]}\n");
        }
        return vtt.ToString();
    }

    private static IEnumerable<string> Sentences(string text) => Ends().Split(text).Where(sentence => sentence.Length > 0);

    private static string At(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=[.!?؟])\s+", RegexOptions.None, 1000)]
    private static partial Regex Ends();
}
