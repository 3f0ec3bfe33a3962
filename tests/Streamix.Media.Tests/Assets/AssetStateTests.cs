using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.Uploads;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Tests.Assets;

/// <summary>Whatever the order and however often reports come, the end is the same.</summary>
public sealed class AssetStateTests
{
    private readonly Reports _reports = new(Guid.NewGuid(), Guid.NewGuid());

    [Fact]
    public void Reports_FailedRetriedAndDone_InAnyOrderEndReady()
    {
        IEvent[] all = [_reports.Progressed(1, 0.1, 1), _reports.Progressed(2, 0.6, 2), _reports.Ended(3), _reports.Progressed(3, 0.2, 4), _reports.Transcoded(5)];
        foreach (var order in Permutations(all))
        {
            var asset = Told([.. order, .. order]);
            (asset.State, asset.Package!.Version, asset.Reason).ShouldBe((AssetState.Ready, "v1", null), string.Join(", ", order.Select(o => o.GetType().Name)));
        }
    }

    [Fact]
    public void Reports_FailedAndRetried_InAnyOrderEndTranscoding()
    {
        IEvent[] all = [_reports.Progressed(1, 0.1, 1), _reports.Progressed(2, 0.6, 2), _reports.Ended(3), _reports.Progressed(3, 0.2, 4)];
        foreach (var order in Permutations(all))
        {
            var asset = Told([.. order, .. order]);
            (asset.State, asset.Progress!.Sequence).ShouldBe((AssetState.Transcoding, 3), string.Join(", ", order.Select(o => o.GetType().Name)));
        }
    }

    [Fact]
    public void Reports_Rejected_InAnyOrderEndRejected()
    {
        IEvent[] all = [_reports.Progressed(1, 0.1, 1), _reports.Progressed(2, 0.2, 2), _reports.Rejected(3)];
        foreach (var order in Permutations(all))
        {
            var asset = Told([.. order, .. order]);
            (asset.State, asset.Code, asset.Reason).ShouldBe((AssetState.Rejected, "no-video", "The file has no video."));
        }
    }

    [Fact]
    public void Progress_LaterSequence_Wins()
    {
        var asset = Told(_reports.Progressed(5, 0.5, 5), _reports.Progressed(4, 0.4, 6), _reports.Progressed(5, 0.9, 7));
        asset.Progress!.Fraction.ShouldBe(0.5);
        asset.Progress.Renditions.Select(r => r.Fraction).ShouldBe([0.5, 0.25]);
    }

    [Fact]
    public void Package_OfALaterRun_ReplacesTheFirst_AndAnEarlierOneDoesNot()
    {
        var again = new Reports(Guid.NewGuid(), Guid.NewGuid());
        Told(_reports.Transcoded(5), again.Transcoded(9, "v2")).Package!.Version.ShouldBe("v2");
        Told(again.Transcoded(9, "v2"), _reports.Transcoded(5)).Package!.Version.ShouldBe("v2");
    }

    [Fact]
    public void Failure_OfALaterRun_LeavesWhatPlays()
    {
        var asset = Told(_reports.Transcoded(5), new Reports(Guid.NewGuid(), Guid.NewGuid()).Ended(9));
        (asset.State, asset.Package!.Version, asset.Code).ShouldBe((AssetState.Ready, "v1", "failed"));
    }

    [Fact]
    public void Markers_OfEditors_OutliveThoseOfThePackage()
    {
        var asset = Uploaded();
        asset.Mark([new("credits", 500, 596)]);
        asset.Attach(_reports.Transcoded(5).Package, Reports.Start);
        asset.Package!.Markers.ShouldBe([new("credits", 500, 596)]);
        Told(_reports.Transcoded(5)).Markers.ShouldBe([new("intro", 3, 20)]);
    }

    [Fact]
    public void Reports_OfARemovedAsset_SayNothing()
    {
        var asset = Uploaded();
        asset.Remove(Reports.Start);
        Tell(asset, _reports.Progressed(1, 0.1, 1)).ShouldBeFalse();
        Tell(asset, _reports.Transcoded(2)).ShouldBeFalse();
        Tell(asset, _reports.Ended(3)).ShouldBeFalse();
        asset.State.ShouldBe(AssetState.Removed);
    }

    private static Asset Uploaded()
    {
        var asset = new Asset(new UploadDraft(Guid.NewGuid(), "movie.mov", 100), AssetKinds.Feature, Reports.Start);
        asset.Arrive("tag", Reports.Start);
        return asset;
    }

    private static Asset Told(params IEvent[] reports)
    {
        var asset = Uploaded();
        foreach (var report in reports)
            Tell(asset, report);
        return asset;
    }

    private static bool Tell(Asset asset, IEvent report) => report switch
    {
        AssetProgressed progressed => asset.Follow(progressed),
        AssetTranscoded transcoded => asset.Attach(transcoded.Package, transcoded.TranscodedAt),
        AssetRejected rejected => asset.Refuse(AssetState.Rejected, rejected.Code, rejected.Reason, rejected.RejectedAt),
        AssetTranscodeEnded ended => asset.Refuse(AssetState.Failed, ended.Outcome, ended.Reason, ended.EndedAt),
        _ => throw new ArgumentOutOfRangeException(nameof(report)),
    };

    private static IEnumerable<T[]> Permutations<T>(T[] items)
    {
        if (items.Length <= 1)
            return [items];
        return items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]), (item, rest) => (T[])[item, .. rest]);
    }
}
