using Streamix.Demo.Artwork;
using Streamix.Demo.Catalogue;
using Streamix.Demo.Films;
using Streamix.Demo.Uploads;

namespace Streamix.Demo.Seeding;

/// <summary>Brings one title from nothing to the screen. Each step looks first whether it was done.</summary>
internal sealed class Premiere(Writer writer, Arrival arrival, FilmStudio studio, Gallery gallery, Opening opening, Waiting waiting, Log log)
{
    public void Knows(CatalogueFile catalogue) => writer.Knows(catalogue.People);

    /// <param name="showing">What plays.</param>
    /// <param name="place">As "3 of 37".</param>
    /// <param name="meanwhile">Begun once the transcoder has work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ShowAsync(Showing showing, string place, Action meanwhile, CancellationToken cancellationToken)
    {
        var name = $"[{place}] {NameOf(showing)}";
        var title = await writer.WriteAsync(showing, cancellationToken);
        var asset = await arrival.BringAsync(showing, title, () =>
        {
            log.Say($"{name}: ffmpeg draws {showing.Film!.Seconds} s of {showing.Film.Footage ?? showing.Film.Scene}");
            return studio.MakeAsync(showing, cancellationToken);
        }, cancellationToken);
        log.Say($"{name}: uploaded");
        await HangAsync(showing, title, cancellationToken);
        meanwhile();
        await waiting.UntilReadyAsync(asset, progress => log.Say($"{name}: {progress}"), cancellationToken);
        foreach (var other in (IEnumerable<Showing>)[showing, .. showing.Opens])
            await opening.OpenAsync(other, await writer.WriteAsync(other, cancellationToken), cancellationToken);
        studio.Forget(showing);
        log.Say($"{name}: plays");
    }

    /// <summary>Its own pictures and those of everybody above.</summary>
    private async Task HangAsync(Showing showing, Guid title, CancellationToken cancellationToken)
    {
        await gallery.HangAsync(showing, title, cancellationToken);
        for (var above = showing.Parent; above is not null && showing.Opens.Contains(above); above = above.Parent)
            await gallery.HangAsync(above, await writer.WriteAsync(above, cancellationToken), cancellationToken);
    }

    private static string NameOf(Showing showing) => showing.Kind == "episode" ? $"{showing.Entry.En.Title} {showing.Slug[^6..].ToUpperInvariant()}, {showing.En.Title}" : showing.En.Title;
}
