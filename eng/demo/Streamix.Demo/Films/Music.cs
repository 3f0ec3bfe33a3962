using System.Globalization;

namespace Streamix.Demo.Films;

/// <summary>A tune as a formula over time: four chords that swell and fade, and plucked notes over them.</summary>
internal static class Music
{
    private const int BeatsPerChord = 4;

    private static readonly Dictionary<string, Mood> ByName = new(StringComparer.Ordinal)
    {
        ["calm"] = new("soft chords", "أنغام هادئة", [[0, 4, 7], [9, 12, 16], [5, 9, 12], [7, 11, 14]]),
        ["wistful"] = new("a wistful tune", "لحن حزين", [[0, 3, 7], [8, 12, 15], [3, 7, 10], [10, 14, 17]]),
        ["bright"] = new("a cheerful tune", "لحن مرح", [[0, 4, 7], [5, 9, 12], [7, 11, 14], [4, 7, 12]]),
        ["mystery"] = new("an uneasy tune", "لحن غامض", [[0, 3, 6], [1, 5, 8], [0, 3, 8], [11, 14, 17]]),
        ["wonder"] = new("wide, bright chords", "أنغام رحبة", [[0, 7, 14], [2, 9, 16], [5, 12, 19], [4, 11, 14]]),
        ["desert"] = new("a winding tune", "لحن متعرج", [[0, 4, 7], [1, 5, 8], [0, 5, 8], [-2, 1, 7]]),
    };

    public static IReadOnlyCollection<string> Moods => ByName.Keys;

    /// <summary>How captions tell of it.</summary>
    public static string Words(MusicRecipe music, string language) => language == "ar" ? Of(music).Arabic : Of(music).English;

    /// <param name="music">The tune.</param>
    /// <param name="language">Each language has its own voice of it: Arabic sounds a fourth higher and is plucked twice as fast.</param>
    public static string Source(MusicRecipe music, string language)
    {
        var (lift, pace) = language == "ar" ? (5, 0.5) : (0, 1.0);
        var chord = music.Beat * BeatsPerChord;
        var place = $"mod(t,{N(4 * chord)})";
        var voices = string.Join('+', Of(music).Chords.Select((notes, i) => $"between({place},{N(i * chord)},{N((i + 1) * chord - 0.0001)})*({Chord(music, notes, lift)}+{Pluck(music, notes, lift, music.Beat * pace)})"));
        return $"aevalsrc='0.22*({voices})':s=48000";
    }

    private static string Chord(MusicRecipe music, int[] notes, int lift)
    {
        var swell = $"pow(abs(sin(PI*mod(t,{N(music.Beat * BeatsPerChord)})/{N(music.Beat * BeatsPerChord)})),0.7)";
        return $"{swell}*({string.Join('+', notes.Select(note => $"0.5*sin(2*PI*{N(Pitch(music, note + lift))}*t)+0.12*sin(2*PI*{N(Pitch(music, note + lift + 12) * 1.002)}*t)"))})";
    }

    private static string Pluck(MusicRecipe music, int[] notes, int lift, double beat) => string.Join('+', notes.Select((note, i) =>
        $"eq(mod(floor(t/{N(beat)}),{notes.Length}),{i})*exp(-5*mod(t,{N(beat)})/{N(beat)})*0.7*sin(2*PI*{N(Pitch(music, note + lift + 12))}*mod(t,{N(beat)}))"));

    private static double Pitch(MusicRecipe music, int semitones) => music.Root * Math.Pow(2, semitones / 12.0);

    private static Mood Of(MusicRecipe music) => ByName.TryGetValue(music.Mood, out var mood) ? mood : throw new DemoException($"There is no mood '{music.Mood}'.");

    private static string N(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed record Mood(string English, string Arabic, int[][] Chords);
}
