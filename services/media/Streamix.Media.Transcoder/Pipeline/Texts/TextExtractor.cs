using System.Text;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Texts;

/// <summary>Makes WebVTT of every text there is.</summary>
internal sealed class TextExtractor(Ffmpeg ffmpeg, IOptions<PipelineOptions> options)
{
    private const long MostBytes = 16 * 1024 * 1024;

    public async Task<IReadOnlyList<TextResult>> ExtractAsync(TextOrder order, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(order.Folder);
        var results = new List<TextResult>();
        foreach (var beside in order.Beside)
        {
            var cues = WebVtt.Fit(await ReadAsync(beside, cancellationToken), 0, order.Probe.Duration);
            await AddAsync(results, order.Folder, Languages.Of(beside.Language), beside.Kind, cues, cancellationToken);
        }

        var replaced = results.Select(result => (result.Language, result.Kind)).ToHashSet();
        foreach (var track in order.Probe.Texts.Where(track => !replaced.Contains((track.Language, track.Kind))))
        {
            var cues = WebVtt.Fit(await ReadAsync(order, track, cancellationToken), -order.Probe.Video.Timing.Start, order.Probe.Duration);
            await AddAsync(results, order.Folder, track.Language, track.Kind, cues, cancellationToken);
        }

        return results;
    }

    private static async Task AddAsync(List<TextResult> results, string folder, string language, string kind, List<Cue> cues, CancellationToken cancellationToken)
    {
        if (cues.Count == 0) return;
        var (track, number) = ($"{language}-{kind}", 2);
        while (results.Any(result => result.Track == track)) track = $"{language}-{kind}-{number++}";
        await File.WriteAllTextAsync(Path.Combine(folder, $"{track}.vtt"), WebVtt.Write(cues), cancellationToken);
        results.Add(new(track, $"{track}.vtt", language, kind, cues.Count));
    }

    private async Task<List<Cue>> ReadAsync(TextFile file, CancellationToken cancellationToken)
    {
        if (new FileInfo(file.File).Length > MostBytes) throw Bad(file, "is larger than any text");
        var text = Charset.Read(await File.ReadAllBytesAsync(file.File, cancellationToken));
        if (file.Format == "vtt") return WebVtt.Read(text) ?? throw Bad(file, "is not WebVTT");
        using var cell = ffmpeg.Open(Limited.Sound(options.Value, 0));
        var (from, to) = (cell.PathOf("in.text"), cell.PathOf("out.vtt"));
        await File.WriteAllTextAsync(from, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        var format = file.Format == "ass" ? "ass" : "srt";
        try
        {
            await ffmpeg.RunAsync(cell, [ToolInput.Own(from, $"-f {format} -codec_whitelist {string.Join(',', Allowed.Texts)}")], [new(to, "-map 0:s:0 -c:s webvtt -f webvtt")], cancellationToken);
        }
        catch (ToolFailure)
        {
            throw Bad(file, $"is not {format.ToUpperInvariant()}");
        }

        return WebVtt.Read(await File.ReadAllTextAsync(to, cancellationToken)) is { Count: > 0 } cues ? cues : throw Bad(file, "has not one line");
    }

    private async Task<List<Cue>> ReadAsync(TextOrder order, TextTrackSource track, CancellationToken cancellationToken)
    {
        using var cell = ffmpeg.Open(Limited.Sound(options.Value, order.Probe.Duration));
        var to = cell.PathOf("out.vtt");
        try
        {
            await ffmpeg.RunAsync(cell, [ToolInput.Source(order.File, "-copyts -vn -an -dn")], [new(to, $"-map 0:{track.Stream} -c:s webvtt -f webvtt")], cancellationToken);
            return WebVtt.Read(await File.ReadAllTextAsync(to, cancellationToken)) ?? [];
        }
        catch (ToolFailure failure)
        {
            throw new PipelineException($"Text track {track.Stream}: {failure.Message}", failure);
        }
    }

    private static RejectedException Bad(TextFile file, string what) => new(RejectCodes.BadText, $"The caption file for '{file.Language}' {what}.");
}
