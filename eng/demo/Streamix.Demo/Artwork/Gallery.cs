using Streamix.Demo.Api;
using Streamix.Demo.Catalogue;

namespace Streamix.Demo.Artwork;

/// <summary>Hangs pictures where none of their kind hangs yet.</summary>
internal sealed class Gallery(Gateway gateway, Painter painter)
{
    private const string Artwork = "/api/v1/catalog/artwork";
    private readonly HashSet<Guid> _portrayed = [];

    public async Task HangAsync(Showing showing, Guid id, CancellationToken cancellationToken)
    {
        if (showing.Look is null) return;
        var present = await KindsAsync(id, cancellationToken);
        foreach (var kind in KindsOf(showing).Where(kind => !present.Contains(kind)))
        {
            var picture = await painter.DrawAsync(showing, kind, cancellationToken);
            (await gateway.PostFileAsync($"{Artwork}?owner={id}&kind={kind}", picture, kind == "logo" ? "image/png" : "image/jpeg", cancellationToken)).Required();
        }
    }

    public async Task HangPortraitAsync(Guid id, PersonEntry person, CancellationToken cancellationToken)
    {
        if (!_portrayed.Add(id) || (await KindsAsync(id, cancellationToken)).Contains("portrait")) return;
        (await gateway.PostFileAsync($"{Artwork}?owner={id}&kind=portrait", Portrait.Draw(person.Name), "image/jpeg", cancellationToken)).Required();
    }

    private static string[] KindsOf(Showing showing) => showing.IsHead ? ["poster", "backdrop", "logo"] : ["still"];

    private async Task<HashSet<string>> KindsAsync(Guid owner, CancellationToken cancellationToken) =>
        [.. (await gateway.GetAsync($"{Artwork}?owner={owner}", cancellationToken)).Required().Body.EnumerateArray().Select(item => item.GetProperty("kind").GetString()!)];
}
