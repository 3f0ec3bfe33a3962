using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>Joins, packages, and measures what came of it.</summary>
internal sealed class PackageMaker(Joiner joiner, Shaka shaka, IOptions<PipelineOptions> options)
{
    private const string Master = "master.m3u8";
    private const string Manifest = "manifest.mpd";

    public async Task<PackageResult> PackageAsync(PackageOrder asked, CancellationToken cancellationToken)
    {
        // The packager works in a folder of its own.
        var order = asked with { Folder = Path.GetFullPath(asked.Folder), Output = Path.GetFullPath(asked.Output) };
        var streams = new List<string>();
        foreach (var rendition in order.Plan.Video)
            streams.Add(PackagerStreams.Video(await joiner.JoinAsync(order.Plan, order.Chunks, rendition.Name, order.Folder, cancellationToken), rendition, order.Output));
        foreach (var track in order.Plan.Audio)
            streams.Add(PackagerStreams.Audio(Path.Combine(order.Folder, order.Audio.Single(audio => audio.Track == track.Name).Name), track, order.Output));
        foreach (var text in order.Texts) streams.AddRange(PackagerStreams.Text(Path.Combine(order.Folder, text.Name), text, order.Output));
        Clear(order.Output);
        try
        {
            await shaka.RunAsync(Limited.Light(options.Value, order.Plan.Probe.Duration), [.. streams, .. Settings(order)], Secrets(order.Protection), cancellationToken);
        }
        catch (ToolFailure failure)
        {
            throw new PipelineException(failure.Message, failure);
        }

        await FinishAsync(order, cancellationToken);
        return await ResultAsync(order, cancellationToken);
    }

    private static IEnumerable<string> Settings(PackageOrder order)
    {
        // A hair less than a segment: key frames stand exactly on its multiples, and rounding must not push one behind.
        var segment = Seconds.Write(order.Plan.SegmentSeconds - 0.0001);
        yield return $"--segment_duration={segment}";
        yield return $"--fragment_duration={segment}";
        yield return $"--hls_master_playlist_output={order.Output}/{Master}";
        yield return "--hls_playlist_type=VOD";
        yield return $"--mpd_output={order.Output}/{Manifest}";
        yield return "--generate_static_live_mpd";
        if (order.Plan.Audio.FirstOrDefault(track => track.Default) is { } chosen && chosen.Language != Languages.Unknown) yield return $"--default_language={chosen.Language}";
        if (order.Protection is null) yield break;
        yield return "--enable_raw_key_encryption";
        yield return $"--protection_scheme={order.Protection.Scheme}";
        yield return "--clear_lead=0";
    }

    private static List<string> Secrets(Protection? protection)
    {
        if (protection is null) return [];
        var constant = protection.Scheme == "cbcs";
        var keys = protection.Keys.Select(key =>
            $"label={key.Tier}:key_id={Convert.ToHexStringLower(key.Id)}:key={Convert.ToHexStringLower(key.Key)}{(constant && key.Iv.Length > 0 ? $":iv={Convert.ToHexStringLower(key.Iv)}" : "")}");
        var boxes = string.Concat(protection.Keys.Select(key => Convert.ToHexStringLower(key.Pssh)).Where(box => box.Length > 0).Distinct());
        return boxes.Length > 0 ? [$"--keys={string.Join(',', keys)}", $"--pssh={boxes}"] : [$"--keys={string.Join(',', keys)}"];
    }

    /// <summary>What an earlier try left must not be stored with this one.</summary>
    private static void Clear(string output)
    {
        Directory.CreateDirectory(output);
        foreach (var folder in (string[])["video", "audio", "text"])
        {
            if (Directory.Exists(Path.Combine(output, folder))) Directory.Delete(Path.Combine(output, folder), recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(output, "*.m3u8").Append(Path.Combine(output, Manifest))) File.Delete(file);
    }

    private static async Task FinishAsync(PackageOrder order, CancellationToken cancellationToken)
    {
        var master = Path.Combine(order.Output, Master);
        var chosen = order.Plan.Audio.FirstOrDefault(track => track.Default);
        var surround = order.Plan.Audio.FirstOrDefault(track => track.Channels == 6 && track.Stream == chosen?.Stream) ?? order.Plan.Audio.FirstOrDefault(track => track.Channels == 6);
        await File.WriteAllTextAsync(master, MasterPlaylist.WithDefault(await File.ReadAllTextAsync(master, cancellationToken), chosen?.Name, surround?.Name), cancellationToken);
        foreach (var text in order.Texts)
            File.Copy(Path.Combine(order.Folder, text.Name), Path.Combine(order.Output, "text", $"{text.Track}.vtt"), overwrite: true);
        if (order.Protection is not null) await ClearKeyPlaylists.WriteAsync(order.Output, Master, cancellationToken);
    }

    private static async Task<PackageResult> ResultAsync(PackageOrder order, CancellationToken cancellationToken)
    {
        var master = await File.ReadAllTextAsync(Path.Combine(order.Output, Master), cancellationToken);
        var (plan, rate) = (order.Plan, order.Plan.Probe.Video.Timing.Rate);
        var video = plan.Video.Select(rendition =>
        {
            var measured = MediaPlaylist.Measure(order.Output, $"{rendition.Name}.m3u8");
            var ssim = order.Chunks.SelectMany(chunk => chunk.Files).Where(file => file.Rendition == rendition.Name && file.Ssim is not null).Select(file => file.Ssim!.Value).ToList();
            return new VideoRendition(
                rendition.Name, rendition.Width, rendition.Height, Math.Round(rate.Value, 3), measured.Average, measured.Peak,
                MasterPlaylist.CodecsOf(master, $"{rendition.Name}.m3u8").Video, rendition.Tier, ssim.Count > 0 ? Math.Round(ssim.Average(), 5) : null);
        });
        var codec = MasterPlaylist.CodecsOf(master, $"{plan.Video[0].Name}.m3u8").Audio ?? "mp4a.40.2";
        var audio = plan.Audio.Select(track => new AudioTrack(
            track.Name, track.Language, track.Channels, MediaPlaylist.Measure(order.Output, $"audio-{track.Name}.m3u8").Average, codec, track.Role, track.Default));
        var texts = order.Texts.Select(text => new TextTrack(text.Track, text.Language, text.Kind, $"text/{text.Track}.vtt"));
        return new(
            plan.Probe.Duration, Master, order.Protection is null ? null : ClearKeyPlaylists.Master, Manifest, [.. video], [.. audio], [.. texts],
            Directory.EnumerateFiles(order.Output, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length));
    }
}
