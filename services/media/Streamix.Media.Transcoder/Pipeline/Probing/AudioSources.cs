using FFMpegCore;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Makes sense of what ffprobe tells of sound tracks.</summary>
internal static class AudioSources
{
    private const int MostTracks = 16;

    public static List<AudioSource> Of(IEnumerable<AudioStream> streams, List<string> notes)
    {
        var tracks = new List<AudioSource>();
        foreach (var stream in streams)
        {
            if (stream.CodecName is not { Length: > 0 } codec || !Allowed.Audio.Contains(codec) || stream.Channels is not > 0) notes.Add($"Its sound track {stream.Index} is left out: we cannot decode {stream.CodecName}.");
            else if (tracks.Count == MostTracks) notes.Add($"Its sound track {stream.Index} is left out: there are more than {MostTracks}.");
            else tracks.Add(new(stream.Index, codec, stream.Channels.Value, stream.SampleRateHz ?? 0, Languages.Of(stream.Language), Role(stream), Is(stream, "default")));
        }

        if (tracks.Count == 0) notes.Add("It has no sound.");
        return tracks;
    }

    private static string Role(AudioStream stream) =>
        Is(stream, "comment") ? "commentary" : Is(stream, "visual_impaired") || Is(stream, "descriptions") ? "description" : "main";

    private static bool Is(MediaStream stream, string disposition) => stream.Disposition?.GetValueOrDefault(disposition) == true;
}
