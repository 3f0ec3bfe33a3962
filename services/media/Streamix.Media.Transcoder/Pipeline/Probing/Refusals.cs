using System.Text.RegularExpressions;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>The sentences with which files are refused.</summary>
internal static partial class Refusals
{
    public static RejectedException Empty() => new(RejectCodes.Empty, "The file is empty.");

    public static RejectedException Pointer() => new(RejectCodes.Hostile, "The file is a list that points to other files, not a film. Upload the film itself.");

    public static RejectedException Archive() => new(RejectCodes.NotMedia, "The file is an archive, not a film. Unpack it and upload the film itself.");

    public static RejectedException Picture() => new(RejectCodes.NoVideo, "The file is a picture, not a film.");

    public static RejectedException NotMedia() => new(RejectCodes.NotMedia, "The file is not a film in any format we know.");

    /// <summary>Of a file that begins like a film.</summary>
    public static RejectedException Of(ToolFailure failure) =>
        failure.Expired || failure.Mentions("Cannot allocate memory") ? Endless()
        : failure.Mentions("Format not on whitelist") ? Container()
        : FrameRefused().Match(string.Join('\n', failure.Said)) is { Success: true } size ? TooLarge(size.Groups[1].Value, size.Groups[2].Value)
        : CodecRefused().Match(string.Join('\n', failure.Said)) is { Success: true } codec ? Codec(codec.Groups[1].Value)
        : failure.Mentions("moov atom not found") ? NoIndex()
        : Unreadable();

    /// <summary>Of a file that does not.</summary>
    public static RejectedException OfUnknown(ToolFailure failure) =>
        failure.Expired || failure.Mentions("Cannot allocate memory") ? Endless() : failure.Mentions("Format not on whitelist") ? Container() : NotMedia();

    public static RejectedException Container() => new(RejectCodes.UnsupportedContainer, "The file is in a format that we do not take. Upload MP4, MOV, MKV, MXF, MPEG or AVI.");

    public static RejectedException NoIndex() => new(RejectCodes.Damaged, "The file is damaged: its index is missing, as after an upload or an export that was cut off.");

    public static RejectedException Unreadable() => new(RejectCodes.Damaged, "The file is damaged: its beginning cannot be read.");

    public static RejectedException Endless() => new(RejectCodes.Hostile, "The file takes more time or memory to look at than any film should.");

    public static RejectedException NoVideo(bool sound) => new(RejectCodes.NoVideo, sound ? "The file has sound but no picture." : "The file has no picture.");

    public static RejectedException Protected() => new(RejectCodes.Protected, "The film is encrypted or copy-protected. Upload it without protection.");

    public static RejectedException Codec(string codec) => new(RejectCodes.UnsupportedCodec, $"The picture is encoded as {codec}, which we cannot decode. Export it as H.264, H.265, ProRes or DNxHD.");

    public static RejectedException TooSmall(int width, int height) => new(RejectCodes.TooSmallFrame, $"The picture has only {width}×{height} pixels.");

    public static RejectedException TooLarge(int width, int height) => TooLarge(FormattableString.Invariant($"{width}"), FormattableString.Invariant($"{height}"));

    private static RejectedException TooLarge(string width, string height) => new(RejectCodes.TooLargeFrame, $"The picture has {width}×{height} pixels, which is more than we take.");

    public static RejectedException TooLong(TimeSpan longest) => new(RejectCodes.TooLong, FormattableString.Invariant($"The film says that it is longer than {longest.TotalHours:0.#} hours, the most we take."));

    public static RejectedException TooShort() => new(RejectCodes.TooShort, "The film is over before it starts: it has hardly a frame.");

    public static RejectedException NoFrame() => new(RejectCodes.Damaged, "The file is damaged: not one frame of its picture can be decoded.");

    public static RejectedException CutOff(double held, double told) => new(
        RejectCodes.Damaged, FormattableString.Invariant($"The file is damaged: it says it lasts {Clock(told)}, but its picture ends after {Clock(held)}, as after an upload that was cut off."));

    public static RejectedException CutOff() => new(RejectCodes.Damaged, "The file is damaged: it is shorter than it says, as after an upload that was cut off.");

    public static RejectedException Undecodable(double second) => new(RejectCodes.Damaged, $"The file is damaged: its picture cannot be decoded at {Clock(second)}.");

    [GeneratedRegex(@"Codec \((\w+)\) not on whitelist", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodecRefused();

    [GeneratedRegex(@"Picture size (\d+)x(\d+) (?:is invalid|exceeds)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FrameRefused();

    private static string Clock(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2)) is var time && time.TotalHours >= 1
        ? FormattableString.Invariant($"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : FormattableString.Invariant($"{time.Minutes}:{time.Seconds:00}.{time.Milliseconds / 100}");
}
