using Streamix.Media.Contracts.Assets;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>Picks the tracks that fit somebody's preferences.</summary>
internal static class Tracks
{
    private const string Description = "description";
    private const string Forced = "forced";

    /// <param name="wishes">Null when nobody knows them.</param>
    /// <param name="original">The language of the title.</param>
    public static TrackChoice Choose(MediaPackage package, Preferences? wishes, string original)
    {
        var wanted = wishes ?? new();
        var audio = Audio(package.Audio, wanted, original);
        return new(audio?.Name, Text(package.Texts, wanted, audio?.Language ?? original)?.Name, wanted.AutoplayNext, wanted.SkipIntros);
    }

    private static AudioTrack? Audio(IReadOnlyList<AudioTrack> tracks, Preferences wishes, string original)
    {
        var role = wishes.AudioDescription && tracks.Any(t => t.Role == Description) ? Description : "main";
        var fitting = tracks.Where(t => t.Role == role).ToList();
        if (fitting.Count == 0)
            fitting = [.. tracks];
        return (wishes.AudioLanguage is { } language ? Best(fitting, t => t.Language, language) : null)
            ?? fitting.Find(t => t.Default) ?? Best(fitting, t => t.Language, original) ?? fitting.FirstOrDefault();
    }

    private static TextTrack? Text(IReadOnlyList<TextTrack> tracks, Preferences wishes, string spoken)
    {
        if (wishes.Captions.Mode == "off")
            return null;
        if (wishes.Captions.Mode != "always")
            return Best([.. tracks.Where(t => t.Kind == Forced)], t => t.Language, wishes.Captions.Language ?? spoken);
        var kinds = wishes.Captions.ForHardOfHearing ? (string[])["captions", "subtitles"] : ["subtitles", "captions"];
        var language = wishes.Captions.Language ?? wishes.AudioLanguage ?? spoken;
        return kinds.Select(kind => Best([.. tracks.Where(t => t.Kind == kind)], t => t.Language, language)).FirstOrDefault(t => t is not null);
    }

    /// <summary>The tag itself, else another of the same language.</summary>
    private static T? Best<T>(IReadOnlyList<T> tracks, Func<T, string> language, string wish) where T : class =>
        tracks.FirstOrDefault(t => string.Equals(language(t), wish, StringComparison.OrdinalIgnoreCase))
        ?? tracks.FirstOrDefault(t => string.Equals(Primary(language(t)), Primary(wish), StringComparison.OrdinalIgnoreCase));

    private static string Primary(string tag) => tag.Split('-')[0];
}
