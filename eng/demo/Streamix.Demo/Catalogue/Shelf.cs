using Streamix.Demo.Api;

namespace Streamix.Demo.Catalogue;

/// <summary>What the platform has already, by slug.</summary>
internal sealed class Shelf(Gateway gateway)
{
    public const string Titles = "/api/v1/catalog/admin/titles";
    private readonly Dictionary<string, Line> _titles = new(StringComparer.Ordinal);

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var line in await gateway.AllAsync<Line>($"{Titles}?sort=oldest", cancellationToken)) _titles[line.Slug] = line;
    }

    public Guid? Find(string slug) => _titles.TryGetValue(slug, out var line) ? line.Id : null;

    /// <summary>Nothing is left to do: it opened, or somebody decided otherwise afterwards.</summary>
    public bool IsOver(string slug) => _titles.TryGetValue(slug, out var line) && line.State is ("published" or "withdrawn" or "scheduled");

    public bool Plays(string slug) => _titles.TryGetValue(slug, out var line) && line.Plays;

    public void Keep(string slug, Guid id, string state) => _titles[slug] = new(id, slug, state, Plays(slug));

    private sealed record Line(Guid Id, string Slug, string State, bool Plays);
}
