using Streamix.Demo.Api;

namespace Streamix.Demo.Uploads;

/// <summary>Follows an asset until it plays.</summary>
internal sealed class Waiting(Gateway gateway, Pace pace)
{
    /// <param name="asset">The asset.</param>
    /// <param name="tell">Hears of each quarter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DemoException">Nothing comes of it.</exception>
    public async Task UntilReadyAsync(Guid asset, Action<string> tell, CancellationToken cancellationToken)
    {
        for (var told = 0; ; await Task.Delay(pace.First * 2, cancellationToken))
        {
            var view = (await gateway.GetAsync($"/api/v1/catalog/assets/{asset}", cancellationToken)).As<AssetView>();
            if (view.State == "ready") return;
            if (view.State is "rejected" or "failed" or "removed") throw new DemoException($"its film is {view.State}: {view.Reason}");
            if (view.Progress is not { } progress || (int)(progress.Fraction * 4) <= told) continue;
            told = (int)(progress.Fraction * 4);
            tell($"{progress.Stage}, {(int)(progress.Fraction * 100)} %");
        }
    }
}
