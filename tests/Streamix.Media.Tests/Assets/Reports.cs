using Streamix.Media.Contracts.Assets;
using Streamix.Media.Tests.Catalog;

namespace Streamix.Media.Tests.Assets;

/// <summary>What the transcoder tells of one asset, minute by minute.</summary>
internal sealed class Reports(Guid asset, Guid title)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public Guid Job { get; init; } = Guid.CreateVersion7();

    public AssetProgressed Progressed(long sequence, double fraction, int minute, string stage = "encoding") => new(
        asset, title, Job, sequence, stage, fraction, [new("360p", fraction), new("1080p", fraction / 2)], At(minute));

    public AssetTranscoded Transcoded(int minute, string version = "v1") => new(asset, title, Job, CatalogCalls.Package(version), At(minute));

    public AssetRejected Rejected(int minute) => new(asset, title, Job, "no-video", "The file has no video.", At(minute));

    public AssetTranscodeEnded Ended(int minute, string outcome = "failed") => new(asset, title, Job, outcome, "It failed five times.", At(minute));

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);
}
