using FFMpegCore;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Makes sense of what ffprobe tells of text tracks.</summary>
internal static class TextTracks
{
    private const int MostTracks = 64;

    public static List<TextTrackSource> Of(IEnumerable<SubtitleStream> streams, List<string> notes)
    {
        var tracks = new List<TextTrackSource>();
        foreach (var stream in streams)
        {
            if (stream.CodecName is not { } codec || !Allowed.Texts.Contains(codec)) notes.Add($"Its text track {stream.Index} is left out: {stream.CodecName} holds pictures, not text.");
            else if (tracks.Count < MostTracks) tracks.Add(new(stream.Index, codec, Languages.Of(stream.Language), Kind(stream)));
        }

        return tracks;
    }

    private static string Kind(SubtitleStream stream) =>
        stream.Disposition?.GetValueOrDefault("forced") == true ? "forced"
        : stream.Disposition?.GetValueOrDefault("hearing_impaired") == true || stream.Disposition?.GetValueOrDefault("captions") == true ? "captions"
        : "subtitles";
}
