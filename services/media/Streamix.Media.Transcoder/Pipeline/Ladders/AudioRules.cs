using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Transcoder.Pipeline.Ladders;

/// <summary>Chooses the audio tracks: stereo of everything for every device, and surround where the source has it.</summary>
internal static class AudioRules
{
    private const int Stereo = 128_000;
    private const int Surround = 384_000;

    public static IReadOnlyList<AudioPlan> Choose(IReadOnlyList<AudioSource> sources)
    {
        var plans = new List<AudioPlan>();
        var chosen = sources.FirstOrDefault(source => source is { Default: true, Role: "main" }) ?? sources.FirstOrDefault(source => source.Role == "main") ?? sources.FirstOrDefault();
        foreach (var source in sources)
        {
            var name = Unique($"{source.Language}{(source.Role == "main" ? "" : $"-{source.Role}")}", plans);
            plans.Add(new($"{name}-stereo", source.Stream, source.Language, 2, Stereo, source.Role, source == chosen, Told(source)));
            if (source.Channels >= 6)
                plans.Add(new($"{name}-surround", source.Stream, source.Language, 6, Surround, source.Role, false, $"5.1, as track {source.Stream} has {source.Channels} channels."));
        }

        return plans;
    }

    private static string Told(AudioSource source) => source.Channels switch
    {
        1 => $"Stereo: both sides play the one channel of track {source.Stream}.",
        2 => $"Stereo, as track {source.Stream} is.",
        _ => $"Stereo, mixed down from the {source.Channels} channels of track {source.Stream}.",
    };

    private static string Unique(string name, List<AudioPlan> plans)
    {
        var (candidate, number) = (name, 2);
        while (plans.Any(plan => plan.Name == $"{candidate}-stereo")) candidate = $"{name}-{number++}";
        return candidate;
    }
}
